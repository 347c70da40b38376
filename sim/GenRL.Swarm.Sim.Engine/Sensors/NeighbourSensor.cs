using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>
/// The nearest robots that a robot sees, nearest first: per slot 1 where one is seen, its position and its velocity as seen from the robot, in the world's axes,
/// m and m/s; all 0 in a slot without one. Immutable.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class NeighbourSensor<V>
    where V : unmanaged, ILanes<V>
{
    /// <summary>Numbers of a slot.</summary>
    public const int PerSlot = 5;

    private readonly NeighbourSpec _spec;
    private readonly int[] _robots;
    private readonly Sight<V> _sight;
    private readonly Parameter<V> _rangeFactor;
    private readonly Parameter<V> _positionNoise;
    private readonly Parameter<V> _velocityNoise;

    /// <summary>A sensor for robots.</summary>
    /// <param name="spec">How far and how wide they see.</param>
    /// <param name="bodies">All bodies of the scenario.</param>
    /// <param name="robots">The numbers of those that are seen.</param>
    /// <param name="obstacles">The numbers of what else can hide them; the robots hide each other too.</param>
    /// <param name="rangeFactor">Factor on the range.</param>
    /// <param name="positionNoise">Standard deviation, m.</param>
    /// <param name="velocityNoise">Standard deviation, m/s.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense; the exception names it.</exception>
    public NeighbourSensor(
        NeighbourSpec spec,
        IReadOnlyList<BodySpec> bodies,
        IEnumerable<int> robots,
        IEnumerable<int> obstacles,
        Parameter<V>? rangeFactor = null,
        Parameter<V> positionNoise = default,
        Parameter<V> velocityNoise = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        _spec = spec.Checked();
        _robots = [.. robots];
        _sight = new Sight<V>(bodies, [.. _robots, .. obstacles]);
        _rangeFactor = rangeFactor ?? Parameter<V>.Fixed(1d);
        (_positionNoise, _velocityNoise) = (positionNoise, velocityNoise);
    }

    /// <summary>Numbers that <see cref="Sense"/> writes.</summary>
    public int Size => _spec.Most * PerSlot;

    /// <summary>Looks around.</summary>
    /// <param name="tile">Read; its streams of random numbers move on.</param>
    /// <param name="from">The body that looks.</param>
    /// <param name="seen">Written; <see cref="Size"/> numbers.</param>
    /// <param name="present">Numbers of memory that are above 0 where the robot of that place in the list is there; empty for all.</param>
    public void Sense(Tile<V> tile, int from, Span<V> seen, ReadOnlySpan<int> present = default)
    {
        seen = seen[..Size];
        Collect(tile, from, seen, present);

        // No slot beyond the last other robot is ever filled: nothing is drawn for it.
        for (var slot = 0; slot < seen.Length; slot += PerSlot)
        {
            Disturb(tile, seen.Slice(slot, PerSlot), slot < _robots.Length * PerSlot);
        }
    }

    // While slots are filled, their first number is the square of the distance: infinity for an empty one.
    [SkipLocalsInit]
    private void Collect(Tile<V> tile, int from, Span<V> seen, ReadOnlySpan<int> present)
    {
        var (zero, empty) = (V.All(0d), V.All(double.PositiveInfinity));
        seen.Clear();
        for (var slot = 0; slot < seen.Length; slot += PerSlot)
        {
            seen[slot] = empty;
        }

        Span<V> candidate = stackalloc V[PerSlot];
        var range = V.All(_spec.Range) * _rangeFactor.In(tile);
        for (var i = 0; i < _robots.Length; i++)
        {
            var other = _robots[i];
            if (other == from)
            {
                continue;
            }

            var squared = tile.SquaredDistance(from, other);
            var visible = squared <= range * range;
            visible = present.IsEmpty ? visible : visible & (tile.Memory(present[i]) > zero);
            visible = Sees(tile, from, other, visible);
            candidate[0] = V.Select(visible, squared, empty);
            candidate[1] = tile.X(other) - tile.X(from);
            candidate[2] = tile.Y(other) - tile.Y(from);
            candidate[3] = tile.VelocityX(other) - tile.VelocityX(from);
            candidate[4] = tile.VelocityY(other) - tile.VelocityY(from);
            Insert(seen, candidate);
        }
    }

    private V Sees(Tile<V> tile, int from, int other, V visible)
    {
        if (_spec.FieldOfView < Math.Tau)
        {
            var ahead = ((tile.X(other) - tile.X(from)) * V.Cos(tile.Rotation(from))) + ((tile.Y(other) - tile.Y(from)) * V.Sin(tile.Rotation(from)));
            visible &= ahead >= tile.Distance(from, other) * V.All(Math.Cos(_spec.FieldOfView / 2d));
        }

        return _spec.Occlusion && V.Any(visible) ? visible & ~_sight.Hides(tile, from, other) : visible;
    }

    /// <summary>Passes a candidate down the slots; in each world the nearer of the two stays.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Insert(Span<V> seen, Span<V> candidate)
    {
        for (var slot = 0; slot < seen.Length; slot += PerSlot)
        {
            var nearer = candidate[0] < seen[slot];
            for (var i = 0; i < PerSlot; i++)
            {
                var (kept, offered) = (seen[slot + i], candidate[i]);
                seen[slot + i] = V.Select(nearer, offered, kept);
                candidate[i] = V.Select(nearer, kept, offered);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Disturb(Tile<V> tile, Span<V> slot, bool canBeFilled)
    {
        var (zero, there) = (V.All(0d), slot[0] < V.All(double.PositiveInfinity));
        slot[0] = V.Select(there, V.All(1d), zero);
        if (canBeFilled)
        {
            Blur(tile, slot.Slice(1, 2), _positionNoise);
            Blur(tile, slot.Slice(3, 2), _velocityNoise);
        }

        foreach (ref var number in slot)
        {
            number = V.Select(there, number, zero);
        }
    }

    private static void Blur(Tile<V> tile, Span<V> pair, Parameter<V> deviation)
    {
        if (!deviation.IsNil)
        {
            var (x, y) = Noise.Pair(tile);
            pair[0] += x * deviation.In(tile);
            pair[1] += y * deviation.In(tile);
        }
    }
}
