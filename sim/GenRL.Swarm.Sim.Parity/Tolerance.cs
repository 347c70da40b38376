namespace GenRL.Swarm.Sim.Parity;

/// <summary>Greatest absolute deviations that pass.</summary>
/// <param name="FreeRun">From `init` on.</param>
/// <param name="OneStep">From the stored state of the step before.</param>
/// <param name="Reward">Of rewards in both, where the system's rewards are rounded otherwise than its state.</param>
internal readonly record struct Tolerance(double FreeRun, double OneStep, double Reward)
{
    /// <summary>Of rewards one step at a time, where roundings that add up in the free run leave more room there.</summary>
    public double OneStepReward { get; init; } = Reward;

    /// <summary>The same for everything.</summary>
    public static Tolerance Of(double deviation) => new(deviation, deviation, deviation);
}
