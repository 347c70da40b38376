using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>How wrong odometry is. The defaults are perfect.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed record OdometrySpec<V>
    where V : unmanaged, ILanes<V>
{
    /// <summary>The compass's error, rad.</summary>
    public Parameter<V> HeadingBias { get; init; }

    /// <summary>By what share distances are measured too long.</summary>
    public Parameter<V> ScaleError { get; init; }

    /// <summary>How far the believed position walks off, per axis, m per root of a second.</summary>
    public Parameter<V> Walk { get; init; }

    /// <summary>Standard deviation of a read position, per axis, m.</summary>
    public Parameter<V> PositionNoise { get; init; }

    /// <summary>Standard deviation of a read velocity, per axis, m/s.</summary>
    public Parameter<V> VelocityNoise { get; init; }
}
