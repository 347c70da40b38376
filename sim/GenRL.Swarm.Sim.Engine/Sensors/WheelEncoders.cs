using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>
/// Counts of a differential drive's left and right wheel since the episode began: whole counts, with noise before they are rounded. The paths lie in memory: one object
/// per robot.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class WheelEncoders<V>
    where V : unmanaged, ILanes<V>
{
    private const int Left = 0;
    private const int Right = 1;
    private const int LastX = 2;
    private const int LastY = 3;
    private const int LastRotation = 4;
    private const int Count = 5;

    private readonly int _body;
    private readonly int _first;
    private readonly V _halfBase;
    private readonly V _perMetre;
    private readonly Parameter<V> _noise;

    /// <summary>Encoders on the wheels of <paramref name="body"/>.</summary>
    /// <param name="body">The body.</param>
    /// <param name="wheelBase">Distance between the wheels, m.</param>
    /// <param name="countsPerMetre">Counts while a wheel rolls one metre.</param>
    /// <param name="memory">Five numbers are taken from it.</param>
    /// <param name="noise">Standard deviation, counts.</param>
    public WheelEncoders(int body, double wheelBase, double countsPerMetre, MemoryMap memory, Parameter<V> noise = default)
    {
        ArgumentNullException.ThrowIfNull(memory);
        (_body, _first, _noise) = (body, memory.Take(Count), noise);
        (_halfBase, _perMetre) = (V.All(wheelBase / 2d), V.All(countsPerMetre));
    }

    /// <summary>Nothing has rolled. Called after the robot was set down.</summary>
    public void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        spawn.Set(ref At(tile, Left), V.All(0d));
        spawn.Set(ref At(tile, Right), V.All(0d));
        spawn.Set(ref At(tile, LastX), tile.X(_body));
        spawn.Set(ref At(tile, LastY), tile.Y(_body));
        spawn.Set(ref At(tile, LastRotation), tile.Rotation(_body));
    }

    /// <summary>Rolls the wheels by one step's motion, taken for an arc: called once a step, when bodies have moved.</summary>
    public void Advance(Tile<V> tile)
    {
        var turned = tile.Rotation(_body) - At(tile, LastRotation);
        turned -= V.Floor((turned + V.All(Math.PI)) / V.All(Math.Tau)) * V.All(Math.Tau);
        var half = turned * V.All(0.5);
        var middle = At(tile, LastRotation) + half;
        var chord = ((tile.X(_body) - At(tile, LastX)) * V.Cos(middle)) + ((tile.Y(_body) - At(tile, LastY)) * V.Sin(middle));
        var small = V.Abs(half) < V.All(1e-3);
        var arc = chord * V.Select(small, V.All(1d) + (half * half / V.All(6d)), half / V.Select(small, V.All(1d), V.Sin(half)));
        At(tile, Left) += arc - (turned * _halfBase);
        At(tile, Right) += arc + (turned * _halfBase);
        At(tile, LastX) = tile.X(_body);
        At(tile, LastY) = tile.Y(_body);
        At(tile, LastRotation) = tile.Rotation(_body);
    }

    /// <summary>What is read now: two numbers are added, the counts of the left and of the right wheel.</summary>
    public void Read(Tile<V> tile, ref Row<V> row)
    {
        var (left, right) = (At(tile, Left) * _perMetre, At(tile, Right) * _perMetre);
        if (!_noise.IsNil)
        {
            var (first, second) = Noise.Pair(tile);
            left += first * _noise.In(tile);
            right += second * _noise.In(tile);
        }

        row.Add(V.Floor(left + V.All(0.5)), V.Floor(right + V.All(0.5)));
    }

    private ref V At(Tile<V> tile, int number) => ref tile.Memory(_first + number);
}
