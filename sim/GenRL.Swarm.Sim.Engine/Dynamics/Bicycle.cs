using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>
/// A car: a' = v tan(s) / L, with the body's centre on the rear axle (kinematic bicycle; Rajamani: Vehicle dynamics and control, 2012, section 2.2).
/// Commands are speed, m/s, and steering angle s, rad, each within its limit. The path is the arc.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class Bicycle<V> : RobotDynamics<V>
    where V : unmanaged, ILanes<V>
{
    private readonly V _axles;
    private readonly V _topSteer;
    private readonly Parameter<V> _topSpeed;

    /// <summary>A car.</summary>
    /// <param name="dt">Time step, s.</param>
    /// <param name="axles">L, the distance between the axles, m.</param>
    /// <param name="topSteer">Greatest steering angle, rad, below a right angle.</param>
    /// <param name="topSpeed">m/s.</param>
    public Bicycle(double dt, double axles, double topSteer, Parameter<V> topSpeed)
        : base(dt)
    {
        Motion.RequirePositive(axles, nameof(axles));
        Motion.RequirePositive(topSteer, nameof(topSteer));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(topSteer, Math.PI / 2d);
        (_axles, _topSteer, _topSpeed) = (V.All(axles), V.All(topSteer), topSpeed);
    }

    /// <inheritdoc/>
    public override int Commands => 2;

    /// <inheritdoc/>
    public override void Drive(Tile<V> tile, int body, ReadOnlySpan<V> command)
    {
        var speed = Motion.Clamp(command[0], _topSpeed.In(tile));
        var steer = Motion.Clamp(command[1], _topSteer);
        Motion.Twist(tile, body, speed, V.All(0d), speed * V.Sin(steer) / (V.Cos(steer) * _axles), Dt);
    }
}
