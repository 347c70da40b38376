using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>
/// Two driven wheels: commands are the speeds of the left and the right one, m/s, each cut at the wheels' top speed (as on the Robotarium), or both
/// slowed so that the curvature is kept; each wheel follows with a lag. Wheels do not slide sideways. The heading is exact, the path Simpson's rule over the exact speed and heading.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class DifferentialDrive<V> : RobotDynamics<V>
    where V : unmanaged, ILanes<V>
{
    private readonly V _base;
    private readonly Parameter<V> _topSpeed;
    private readonly Parameter<V> _timeConstant;
    private readonly bool _keepsCurvature;

    /// <summary>A differential drive.</summary>
    /// <param name="dt">Time step, s.</param>
    /// <param name="wheelBase">Distance between the wheels, m.</param>
    /// <param name="topSpeed">Of a wheel, m/s.</param>
    /// <param name="timeConstant">Of a wheel, s; nil for wheels that follow at once.</param>
    /// <param name="keepsCurvature">Whether too fast a wheel slows both.</param>
    public DifferentialDrive(double dt, double wheelBase, Parameter<V> topSpeed, Parameter<V> timeConstant = default, bool keepsCurvature = false)
        : base(dt)
    {
        Motion.RequirePositive(wheelBase, nameof(wheelBase));
        (_base, _topSpeed, _timeConstant, _keepsCurvature) = (V.All(wheelBase), topSpeed, timeConstant, keepsCurvature);
    }

    /// <inheritdoc/>
    public override int Commands => 2;

    /// <summary>
    /// Wheel speeds that give a point <paramref name="ahead"/> of the axle a velocity, m/s, in the world's axes (feedback linearisation; Siegwart and Nourbakhsh).
    /// </summary>
    /// <param name="tile">Read.</param>
    /// <param name="body">The body.</param>
    /// <param name="vx">Wanted velocity, m/s.</param>
    /// <param name="vy">Wanted velocity, m/s.</param>
    /// <param name="ahead">Of the axle's middle, m.</param>
    /// <param name="wheels">Written; left, right, m/s.</param>
    public void Steer(Tile<V> tile, int body, V vx, V vy, double ahead, Span<V> wheels)
    {
        var (cos, sin) = (V.Cos(tile.Rotation(body)), V.Sin(tile.Rotation(body)));
        var forward = (vx * cos) + (vy * sin);
        var turn = ((vy * cos) - (vx * sin)) * (_base * V.All(0.5 / ahead));
        (wheels[0], wheels[1]) = (forward - turn, forward + turn);
    }

    /// <inheritdoc/>
    public override void Drive(Tile<V> tile, int body, ReadOnlySpan<V> command)
    {
        var (left, right) = Limited(tile, command);
        var half = V.All(0.5);
        var (speed, turn) = ((left + right) * half, (right - left) / _base);
        if (_timeConstant.IsNil)
        {
            Motion.Twist(tile, body, speed, V.All(0d), turn, Dt);
            return;
        }

        // The mean and the difference of two wheels of one lag have that lag themselves.
        var tau = _timeConstant.In(tile);
        var (decay, coast) = FirstOrderLag<V>.Lag(tau, Dt);
        var (halfDecay, halfCoast) = FirstOrderLag<V>.Lag(tau, Dt * half);
        var heading = tile.Rotation(body);
        var (cos, sin) = (V.Cos(heading), V.Sin(heading));
        var start = (tile.VelocityX(body) * cos) + (tile.VelocityY(body) * sin);
        var (excess, excessTurn) = (start - speed, tile.Spin(body) - turn);
        var middleHeading = heading + (turn * Dt * half) + (excessTurn * halfCoast);
        var turned = (turn * Dt) + (excessTurn * coast);
        var (middle, end) = (V.All(4d) * (speed + (excess * halfDecay)), speed + (excess * decay));
        var (endCos, endSin) = (V.Cos(heading + turned), V.Sin(heading + turned));
        var pathX = ((start * cos) + (middle * V.Cos(middleHeading)) + (end * endCos)) * (Dt / V.All(6d));
        var pathY = ((start * sin) + (middle * V.Sin(middleHeading)) + (end * endSin)) * (Dt / V.All(6d));
        Motion.Set(tile, body, end * endCos, end * endSin, pathX, pathY, Dt);
        var spin = turn + (excessTurn * decay);
        tile.Rotation(body) += turned - (spin * Dt);
        Motion.Turn(tile, body, spin);
    }

    private (V Left, V Right) Limited(Tile<V> tile, ReadOnlySpan<V> command)
    {
        var (left, right, most) = (command[0], command[1], _topSpeed.In(tile));
        if (!_keepsCurvature)
        {
            return (Motion.Clamp(left, most), Motion.Clamp(right, most));
        }

        var fastest = V.Max(V.Abs(left), V.Abs(right));
        var scale = V.Select(fastest > most, most / fastest, V.All(1d));
        return (left * scale, right * scale);
    }
}
