using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>x'' = u: the command is the acceleration, m/s^2, shortened to the greatest one. The path is the parabola, x + v dt + u dt^2 / 2.</summary>
/// <typeparam name="V">The lanes.</typeparam>
/// <param name="dt">Time step, s.</param>
/// <param name="topAcceleration">m/s^2.</param>
public sealed class DoubleIntegrator<V>(double dt, Parameter<V> topAcceleration) : RobotDynamics<V>(dt)
    where V : unmanaged, ILanes<V>
{
    /// <inheritdoc/>
    public override int Commands => 2;

    /// <inheritdoc/>
    public override void Drive(Tile<V> tile, int body, ReadOnlySpan<V> command)
    {
        var gain = Motion.Shortening(command[0], command[1], topAcceleration.In(tile)) * Dt;
        var (gainX, gainY, half) = (command[0] * gain, command[1] * gain, V.All(0.5));
        var (vx, vy) = (tile.VelocityX(body), tile.VelocityY(body));
        Motion.Set(tile, body, vx + gainX, vy + gainY, (vx + (gainX * half)) * Dt, (vy + (gainY * half)) * Dt, Dt);
        tile.Spin(body) = V.All(0d);
    }
}
