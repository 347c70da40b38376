using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>
/// A quadrotor under its autopilot: it follows the commanded planar velocity, m/s, with a lag, and the commanded climb, m/s, with the same lag,
/// between the ground and a ceiling. Altitude and climb rate lie in memory, one quadrotor per object.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class Quadrotor<V> : RobotDynamics<V>
    where V : unmanaged, ILanes<V>
{
    private readonly FirstOrderLag<V> _plane;
    private readonly Parameter<V> _timeConstant;
    private readonly V _topClimb;
    private readonly V _ceiling;
    private readonly int _first;

    /// <summary>A quadrotor.</summary>
    /// <param name="dt">Time step, s.</param>
    /// <param name="timeConstant">s.</param>
    /// <param name="topSpeed">In the plane, m/s.</param>
    /// <param name="topClimb">m/s.</param>
    /// <param name="ceiling">Greatest altitude, m.</param>
    /// <param name="memory">Two numbers are taken from it.</param>
    public Quadrotor(double dt, Parameter<V> timeConstant, Parameter<V> topSpeed, double topClimb, double ceiling, MemoryMap memory)
        : base(dt)
    {
        ArgumentNullException.ThrowIfNull(memory);
        Motion.RequirePositive(topClimb, nameof(topClimb));
        Motion.RequirePositive(ceiling, nameof(ceiling));
        _plane = new FirstOrderLag<V>(dt, timeConstant, topSpeed);
        (_timeConstant, _topClimb, _ceiling, _first) = (timeConstant, V.All(topClimb), V.All(ceiling), memory.Take(2));
    }

    /// <inheritdoc/>
    public override int Commands => 3;

    /// <summary>Its altitude, m.</summary>
    public ref V Altitude(Tile<V> tile) => ref tile.Memory(_first);

    /// <summary>Its climb rate, m/s.</summary>
    public ref V Climb(Tile<V> tile) => ref tile.Memory(_first + 1);

    /// <inheritdoc/>
    public override void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        spawn.Set(ref Altitude(tile), V.All(0d));
        spawn.Set(ref Climb(tile), V.All(0d));
    }

    /// <inheritdoc/>
    public override void Drive(Tile<V> tile, int body, ReadOnlySpan<V> command)
    {
        _plane.Drive(tile, body, command[..2]);
        var climb = Motion.Clamp(command[2], _topClimb);
        var (decay, coast) = FirstOrderLag<V>.Lag(_timeConstant.In(tile), Dt);
        var excess = Climb(tile) - climb;
        var (zero, free) = (V.All(0d), Altitude(tile) + (climb * Dt) + (excess * coast));
        var altitude = V.Min(V.Max(free, zero), _ceiling);
        Climb(tile) = V.Select((free < zero) | (free > _ceiling), zero, climb + (excess * decay));
        Altitude(tile) = altitude;
    }
}
