namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>Angles.</summary>
internal static class Angle
{
    /// <summary>The same direction in [-pi, pi].</summary>
    /// <param name="angle">rad, any finite number.</param>
    public static double Wrap(double angle) => Math.Abs(angle) <= Math.PI ? angle : Math.IEEERemainder(angle, Math.Tau);
}
