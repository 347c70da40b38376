using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>Rays from a body's centre that end at discs, boxes and lines, or at the range. Immutable. <see cref="LidarNoise{V}"/> makes them real.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class Lidar<V>
    where V : unmanaged, ILanes<V>
{
    private readonly BodySpec[] _bodies;
    private readonly int[] _visible;
    private readonly V[] _cos;
    private readonly V[] _sin;
    private readonly double _range;
    private readonly bool _turns;

    /// <summary>A lidar.</summary>
    /// <param name="spec">Its rays.</param>
    /// <param name="bodies">All bodies of the scenario.</param>
    /// <param name="visible">The numbers of those that it sees; the one that looks is passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense; the exception names it.</exception>
    public Lidar(LidarSpec spec, IReadOnlyList<BodySpec> bodies, IEnumerable<int> visible)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(bodies);
        ArgumentNullException.ThrowIfNull(visible);
        (_range, _turns) = (spec.Checked().Range, spec.Turns);
        (_bodies, _visible) = ([.. bodies], [.. visible]);
        var angles = Enumerable.Range(0, spec.Rays).Select(ray => Angle(spec, ray)).ToList();
        _cos = [.. angles.Select(angle => V.All(Math.Cos(angle)))];
        _sin = [.. angles.Select(angle => V.All(Math.Sin(angle)))];
    }

    /// <summary>Number of rays.</summary>
    public int Rays => _cos.Length;

    /// <summary>Casts the rays.</summary>
    /// <param name="tile">Read.</param>
    /// <param name="from">The body that looks.</param>
    /// <param name="distances">Written; per ray the distance to what is nearest, m, or the range.</param>
    [SkipLocalsInit]
    public void Cast(Tile<V> tile, int from, Span<V> distances)
    {
        distances = distances[..Rays];
        distances.Fill(V.All(_range));
        if (!_turns)
        {
            Cast(tile, from, _cos, _sin, distances);
            return;
        }

        Span<V> directions = stackalloc V[2 * Rays];
        var (cos, sin) = (V.Cos(tile.Rotation(from)), V.Sin(tile.Rotation(from)));
        for (var ray = 0; ray < Rays; ray++)
        {
            directions[ray] = (_cos[ray] * cos) - (_sin[ray] * sin);
            directions[Rays + ray] = (_sin[ray] * cos) + (_cos[ray] * sin);
        }

        Cast(tile, from, directions[..Rays], directions[Rays..], distances);
    }

    private void Cast(Tile<V> tile, int from, ReadOnlySpan<V> cos, ReadOnlySpan<V> sin, Span<V> distances)
    {
        foreach (var target in _visible)
        {
            if (target == from)
            {
                continue;
            }

            var d = new Vec<V>(tile.X(target) - tile.X(from), tile.Y(target) - tile.Y(from));
            var reach = _range + _bodies[target].Shape.Reach;
            if (V.Any(Vec<V>.Dot(d, d) <= V.All(reach * reach)))
            {
                Cast(tile, target, d, cos, sin, distances);
            }
        }
    }

    private void Cast(Tile<V> tile, int target, Vec<V> d, ReadOnlySpan<V> cos, ReadOnlySpan<V> sin, Span<V> distances)
    {
        switch (_bodies[target].Shape)
        {
            case BodyShape.Disc disc:
                Sensors.Rays.Disc(d.X, d.Y, disc.Radius, cos, sin, distances);
                break;
            case BodyShape.Line line:
                var along = new Vec<V>(tile.Cos(target), tile.Sin(target)) * V.All(line.Length);
                Sensors.Rays.Segment(d - (along * V.All(0.5)), along, cos, sin, distances);
                break;
            case BodyShape.Box box:
                Sensors.Rays.Box(d, new(tile.Cos(target), tile.Sin(target)), box, cos, sin, distances);
                break;
            default:
                throw new InvalidOperationException("a shape that rays do not meet");
        }
    }

    private static double Angle(LidarSpec spec, int ray) => spec.FieldOfView >= Math.Tau || spec.Rays < 2
        ? spec.FieldOfView >= Math.Tau ? Math.Tau * ray / spec.Rays : 0d
        : spec.FieldOfView * (((double)ray / (spec.Rays - 1)) - 0.5);
}
