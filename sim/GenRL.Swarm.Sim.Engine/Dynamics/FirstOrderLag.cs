using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>
/// v' = (u - v) / tau: a holonomic robot that follows the commanded velocity, m/s, with a lag; the command is shortened to the top speed and turned
/// by the compass's error. Solved exactly, so that the step's length does not matter: with a constant command v(dt) = u + (v - u) exp(-dt / tau).
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
/// <param name="dt">Time step, s.</param>
/// <param name="timeConstant">tau, s.</param>
/// <param name="topSpeed">m/s.</param>
/// <param name="headingBias">The compass's error, rad.</param>
public sealed class FirstOrderLag<V>(double dt, Parameter<V> timeConstant, Parameter<V> topSpeed, Parameter<V> headingBias = default) : RobotDynamics<V>(dt)
    where V : unmanaged, ILanes<V>
{
    /// <inheritdoc/>
    public override int Commands => 2;

    /// <inheritdoc/>
    public override void Drive(Tile<V> tile, int body, ReadOnlySpan<V> command)
    {
        var scale = Motion.Shortening(command[0], command[1], topSpeed.In(tile));
        var (x, y) = (command[0] * scale, command[1] * scale);
        if (!headingBias.IsNil)
        {
            var (cos, sin) = (V.Cos(headingBias.In(tile)), V.Sin(headingBias.In(tile)));
            (x, y) = ((x * cos) - (y * sin), (x * sin) + (y * cos));
        }

        var (decay, coast) = Lag(timeConstant.In(tile), Dt);
        var (excessX, excessY) = (tile.VelocityX(body) - x, tile.VelocityY(body) - y);
        Motion.Set(tile, body, x + (excessX * decay), y + (excessY * decay), (x * Dt) + (excessX * coast), (y * Dt) + (excessY * coast), Dt);
        tile.Spin(body) = V.All(0d);
    }

    /// <summary>What is left of an excess after a time, and how far it has carried, per unit.</summary>
    internal static (V Decay, V Coast) Lag(V timeConstant, V time)
    {
        var decay = V.Exp(-time / timeConstant);
        return (decay, timeConstant * (V.All(1d) - decay));
    }
}
