using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>
/// An omnidirectional robot that turns as it goes: commands are the velocity ahead and to the left, m/s, shortened to the top speed, and the yaw
/// rate, rad/s. The path is the arc.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
/// <param name="dt">Time step, s.</param>
/// <param name="topSpeed">m/s.</param>
/// <param name="topYawRate">rad/s.</param>
public sealed class HolonomicRotation<V>(double dt, Parameter<V> topSpeed, Parameter<V> topYawRate) : RobotDynamics<V>(dt)
    where V : unmanaged, ILanes<V>
{
    /// <inheritdoc/>
    public override int Commands => 3;

    /// <inheritdoc/>
    public override void Drive(Tile<V> tile, int body, ReadOnlySpan<V> command)
    {
        var scale = Motion.Shortening(command[0], command[1], topSpeed.In(tile));
        Motion.Twist(tile, body, command[0] * scale, command[1] * scale, Motion.Clamp(command[2], topYawRate.In(tile)), Dt);
    }
}
