using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>Evenly spaced rays from a body's centre, the first along x, that end at discs. Immutable.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class DiscLidar<V>
    where V : unmanaged, ILanes<V>
{
    private readonly V[] _cos;
    private readonly V[] _sin;
    private readonly double _range;

    /// <summary>A lidar of <paramref name="rays"/> rays that see as far as <paramref name="range"/>, m.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rays are fewer than none, or the range is not a positive number.</exception>
    public DiscLidar(int rays, double range)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rays);
        if (!(range > 0d && double.IsFinite(range)))
        {
            throw new ArgumentOutOfRangeException(nameof(range), range, "must be a positive number");
        }

        _cos = [.. Enumerable.Range(0, rays).Select(i => V.All(Math.Cos(Math.Tau * i / rays)))];
        _sin = [.. Enumerable.Range(0, rays).Select(i => V.All(Math.Sin(Math.Tau * i / rays)))];
        _range = range;
    }

    /// <summary>Number of rays.</summary>
    public int Rays => _cos.Length;

    /// <summary>Casts the rays.</summary>
    /// <param name="tile">Read.</param>
    /// <param name="from">The body that looks.</param>
    /// <param name="targets">The discs that can be seen; <paramref name="from"/> among them is passed over.</param>
    /// <param name="radii">Their radii, m.</param>
    /// <param name="distances">Written; per ray the distance to the nearest disc, m, or the range. From within a disc, minus the way back to its outline on rays that look towards its centre's side: VMAS's rule.</param>
    public void Cast(Tile<V> tile, int from, ReadOnlySpan<int> targets, ReadOnlySpan<double> radii, Span<V> distances)
    {
        distances.Fill(V.All(_range));
        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i] == from)
            {
                continue;
            }

            var (dx, dy) = (tile.X(targets[i]) - tile.X(from), tile.Y(targets[i]) - tile.Y(from));
            var squared = (dx * dx) + (dy * dy);
            var reach = _range + radii[i];
            if (V.Any(squared <= V.All(reach * reach)))
            {
                Cast(dx, dy, V.All(radii[i] * radii[i]), distances);
            }
        }
    }

    /// <summary>Shortens the rays that meet the disc at (dx, dy).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Cast(V dx, V dy, V squaredRadius, Span<V> distances)
    {
        var cos = _cos.AsSpan(0, distances.Length);
        var sin = _sin.AsSpan(0, distances.Length);
        for (var ray = 0; ray < distances.Length; ray++)
        {
            var (hits, distance) = Sensors.Rays.Outline(dx, dy, squaredRadius, cos[ray], sin[ray]);
            distances[ray] = V.Select(hits, V.Min(distance, distances[ray]), distances[ray]);
        }
    }
}
