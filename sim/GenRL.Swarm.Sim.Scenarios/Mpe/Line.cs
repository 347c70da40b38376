using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>N agents form a line from one landmark to another, evenly spaced.</summary>
internal sealed record LineOptions : FigureOptions
{
    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>()
    {
        Checked("agents", Agents, 1);
        return new Line<V>(this);
    }
}

/// <inheritdoc cref="LineOptions"/>
internal sealed class Line<V>(LineOptions options) : Figure<V>(
    options, 0.03, [new MpeEntity("landmark_0", 0.02), new MpeEntity("landmark_1", 0.02)])
    where V : unmanaged, ILanes<V>
{
    private const double Length = 1.25;
    private const double Nook = 0.25;
    private const int Tries = 72;
    private const double Try = Math.Tau / Tries;

    private readonly int _count = options.Agents;
    private readonly V[] _shares = [.. Enumerable.Range(0, options.Agents).Select(i => V.All(i / Math.Max(1d, options.Agents - 1d)))];

    /// <inheritdoc/>
    public override void Draft(Tile<V> tile, Span<V> points)
    {
        var (x, y) = (tile.X(_count), tile.Y(_count));
        var (dx, dy) = (tile.X(_count + 1) - x, tile.Y(_count + 1) - y);
        for (var k = 0; k < _count; k++)
        {
            points[2 * k] = x + (dx * _shares[k]);
            points[(2 * k) + 1] = y + (dy * _shares[k]);
        }
    }

    /// <summary>The first near the middle, the second 1.25 m away: in a random direction, turned until it lies in the arena.</summary>
    protected override void PlaceLandmarks(Tile<V> tile, Spawn<V> spawn)
    {
        spawn.PlaceWithin(_count, Nook, Nook);
        var (x, y, one) = (tile.X(_count), tile.Y(_count), V.All(1d));
        var angle = spawn.Uniform(0d, Math.Tau);
        var (dx, dy) = (V.Cos(angle) * V.All(Length), V.Sin(angle) * V.All(Length));
        var (cos, sin) = (V.All(Math.Cos(Try)), V.All(Math.Sin(Try)));
        for (var i = 0; i < Tries; i++)
        {
            var within = (V.Abs(x + dx) < one) & (V.Abs(y + dy) < one);
            if (!V.Any(~within))
            {
                break;
            }

            (dx, dy) = (V.Select(within, dx, (cos * dx) - (sin * dy)), V.Select(within, dy, (sin * dx) + (cos * dy)));
        }

        spawn.Place(_count + 1, x + dx, y + dy);
    }
}
