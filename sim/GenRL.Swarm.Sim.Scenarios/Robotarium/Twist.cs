namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>A unicycle's command.</summary>
/// <param name="Speed">Forwards, m/s.</param>
/// <param name="Turn">Counter-clockwise, rad/s.</param>
internal readonly record struct Twist(double Speed, double Turn)
{
    /// <summary>Scaled by <paramref name="factor"/>.</summary>
    public static Twist operator *(double factor, Twist twist) => new(factor * twist.Speed, factor * twist.Turn);
}
