using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Sim;

/// <summary>Time as a whole number of control steps: exact where a sum of 0.02f is not.</summary>
internal static class ControlSteps
{
    private const int PerSecond = 50;

    /// <summary>The stamp of step <paramref name="steps"/>.</summary>
    public static Stamp Stamp(long steps) => new(steps * (1_000_000_000L / PerSecond));

    /// <summary>The duration of <paramref name="steps"/> steps, seconds.</summary>
    public static double Seconds(long steps) => steps / (double)PerSecond;
}
