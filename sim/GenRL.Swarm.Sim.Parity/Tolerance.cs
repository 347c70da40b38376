namespace GenRL.Swarm.Sim.Parity;

/// <summary>Greatest absolute deviations that pass.</summary>
/// <param name="FreeRun">From `init` on.</param>
/// <param name="OneStep">From the stored state of the step before.</param>
/// <param name="Reward">Of rewards in both, where the system's rewards are rounded otherwise than its state.</param>
internal readonly record struct Tolerance(double FreeRun, double OneStep, double Reward)
{
    /// <summary>The same for everything.</summary>
    public static Tolerance Of(double deviation) => new(deviation, deviation, deviation);
}
