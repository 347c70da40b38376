using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>
/// What a lidar makes of true distances: an error in proportion, rays that see nothing and read as the range, and rays that end anywhere on their
/// way. A ray that truly met nothing has no error. Immutable.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
/// <param name="range">How far the lidar sees, m.</param>
/// <param name="deviation">Standard deviation, as a share of the distance.</param>
/// <param name="dropOut">Probability that a ray sees nothing.</param>
/// <param name="outliers">Probability that a ray ends anywhere on its way.</param>
public sealed class LidarNoise<V>(double range, Parameter<V> deviation, Parameter<V> dropOut, Parameter<V> outliers)
    where V : unmanaged, ILanes<V>
{
    private readonly bool _fails = !dropOut.IsNil || !outliers.IsNil;

    /// <summary>Disturbs distances.</summary>
    /// <param name="tile">Its streams of random numbers move on.</param>
    /// <param name="distances">True ones, m; written over.</param>
    public void Disturb(Tile<V> tile, Span<V> distances)
    {
        if (!deviation.IsNil)
        {
            Blur(tile, distances);
        }

        if (_fails)
        {
            Fail(tile, distances);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Blur(Tile<V> tile, Span<V> distances)
    {
        var (share, most, zero) = (deviation.In(tile), V.All(range), V.All(0d));
        for (var ray = 0; ray < distances.Length; ray += 2)
        {
            var (first, second) = Noise.Pair(tile);
            Blur(ref distances[ray], first);
            if (ray + 1 < distances.Length)
            {
                Blur(ref distances[ray + 1], second);
            }
        }

        void Blur(ref V distance, V error)
        {
            var blurred = V.Min(V.Max(distance + (distance * (share * error)), zero), most);
            distance = V.Select(distance >= most, most, blurred);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Fail(Tile<V> tile, Span<V> distances)
    {
        var (drop, stray) = (dropOut.In(tile), outliers.In(tile));
        var (dropOrStray, most) = (drop + stray, V.All(range));
        var perStray = V.All(1d) / V.Max(stray, V.All(1e-30));
        foreach (ref var distance in distances)
        {
            // One number tells whether the ray fails, and where it then ends.
            var chance = tile.Uniform();
            var strayed = distance * ((chance - drop) * perStray);
            distance = V.Select(chance < drop, most, V.Select(chance < dropOrStray, strayed, distance));
        }
    }
}
