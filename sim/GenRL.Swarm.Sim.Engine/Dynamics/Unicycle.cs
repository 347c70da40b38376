using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>x' = v cos a, y' = v sin a, a' = w: commands are speed, m/s, and yaw rate, rad/s, each within its limit. The path is the arc.</summary>
/// <typeparam name="V">The lanes.</typeparam>
/// <param name="dt">Time step, s.</param>
/// <param name="topSpeed">m/s.</param>
/// <param name="topYawRate">rad/s.</param>
public sealed class Unicycle<V>(double dt, Parameter<V> topSpeed, Parameter<V> topYawRate) : RobotDynamics<V>(dt)
    where V : unmanaged, ILanes<V>
{
    /// <inheritdoc/>
    public override int Commands => 2;

    /// <inheritdoc/>
    public override void Drive(Tile<V> tile, int body, ReadOnlySpan<V> command) => Motion.Twist(
        tile, body, Motion.Clamp(command[0], topSpeed.In(tile)), V.All(0d), Motion.Clamp(command[1], topYawRate.In(tile)), Dt);
}
