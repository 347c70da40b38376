using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>x' = u: the command is the velocity, m/s, shortened to the top speed.</summary>
/// <typeparam name="V">The lanes.</typeparam>
/// <param name="dt">Time step, s.</param>
/// <param name="topSpeed">m/s.</param>
public sealed class SingleIntegrator<V>(double dt, Parameter<V> topSpeed) : RobotDynamics<V>(dt)
    where V : unmanaged, ILanes<V>
{
    /// <inheritdoc/>
    public override int Commands => 2;

    /// <inheritdoc/>
    public override void Drive(Tile<V> tile, int body, ReadOnlySpan<V> command)
    {
        var scale = Motion.Shortening(command[0], command[1], topSpeed.In(tile));
        tile.VelocityX(body) = command[0] * scale;
        tile.VelocityY(body) = command[1] * scale;
        tile.Spin(body) = V.All(0d);
    }
}
