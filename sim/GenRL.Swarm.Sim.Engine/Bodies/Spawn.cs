using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>
/// Starts an episode in some lanes of a tile and leaves the others, their streams of random numbers too, as they are.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public readonly ref struct Spawn<V>
    where V : unmanaged, ILanes<V>
{
    private const int Tries = 10_000;

    private readonly IReadOnlyList<BodySpec> _bodies;
    private readonly Tile<V> _tile;
    private readonly V _mask;

    internal Spawn(IReadOnlyList<BodySpec> bodies, Tile<V> tile, V mask)
    {
        _bodies = bodies;
        _tile = tile;
        _mask = mask;
    }

    /// <summary>A number from [<paramref name="low"/>, <paramref name="high"/>), another in every lane.</summary>
    public V Uniform(double low, double high) => Uniform(low, high, _mask);

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    public V Choice(int count) => V.Min(V.Floor(Uniform(0d, count)), V.All(count - 1));

    /// <summary>Sets a body down at rest.</summary>
    public void Place(int body, V x, V y) => Place(body, x, y, V.All(0d));

    /// <summary>Sets a body down at rest, turned.</summary>
    public void Place(int body, V x, V y, V rotation)
    {
        var zero = V.All(0d);
        Set(ref _tile.X(body), x);
        Set(ref _tile.Y(body), y);
        Set(ref _tile.Rotation(body), rotation);
        Set(ref _tile.VelocityX(body), zero);
        Set(ref _tile.VelocityY(body), zero);
        Set(ref _tile.Spin(body), zero);
        Tiles.Face(_tile, _bodies[body], body);
    }

    /// <summary>Sets a body down at rest anywhere in a box about the origin.</summary>
    public void PlaceWithin(int body, double semiX, double semiY) => Place(body, Uniform(-semiX, semiX), Uniform(-semiY, semiY));

    /// <summary>Sets a body down at rest in a box about the origin, no nearer than <paramref name="distance"/> to bodies already set down.</summary>
    /// <exception cref="InvalidOperationException">There was no room in 10 000 tries.</exception>
    public void PlaceApart(int body, double semiX, double semiY, double distance, ReadOnlySpan<int> others) =>
        PlaceApart(body, 0d, 0d, semiX, semiY, distance, others);

    /// <summary>Sets a body down at rest in a box about a point, no nearer than <paramref name="distance"/> to bodies already set down.</summary>
    /// <exception cref="InvalidOperationException">There was no room in 10 000 tries.</exception>
    public void PlaceApart(int body, double centreX, double centreY, double semiX, double semiY, double distance, ReadOnlySpan<int> others)
    {
        var pending = _mask;
        var squared = V.All(distance * distance);
        for (var i = 0; i < Tries; i++)
        {
            var (x, y) = (Uniform(centreX - semiX, centreX + semiX, pending), Uniform(centreY - semiY, centreY + semiY, pending));
            var free = pending;
            foreach (var other in others)
            {
                var (dx, dy) = (x - _tile.X(other), y - _tile.Y(other));
                free &= (dx * dx) + (dy * dy) >= squared;
            }

            new Spawn<V>(_bodies, _tile, free).Place(body, x, y);
            pending &= ~free;
            if (!V.Any(pending))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{_bodies[body].Name}: no place {distance} m from {others.Length} other bodies within {2d * semiX} m x {2d * semiY} m");
    }

    /// <summary>Sets a number of the scenario's, or any other of the tile's.</summary>
    public void Set(ref V number, V value) => number = V.Select(_mask, value, number);

    private V Uniform(double low, double high, V mask)
    {
        var (state0, state1) = (_tile.Stream0, _tile.Stream1);
        var unit = V.NextUniform(ref state0, ref state1);
        _tile.Stream0 = V.Select(mask, state0, _tile.Stream0);
        _tile.Stream1 = V.Select(mask, state1, _tile.Stream1);
        return V.All(low) + (V.All(high - low) * unit);
    }
}
