using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>N agents form a regular polygon about a landmark.</summary>
internal sealed record FormationOptions : FigureOptions
{
    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>()
    {
        Checked("agents", Agents, 1);
        return new Formation<V>(this);
    }
}

/// <inheritdoc cref="FormationOptions"/>
internal sealed class Formation<V>(FormationOptions options) : Figure<V>(options, 0.05, [new MpeEntity("landmark_0", 0.03)])
    where V : unmanaged, ILanes<V>
{
    private const double Circle = 0.5;

    private readonly int _count = options.Agents;
    private readonly V[] _cosines = [.. Enumerable.Range(0, options.Agents).Select(i => V.All(Circle * Math.Cos(Math.Tau * i / options.Agents)))];
    private readonly V[] _sines = [.. Enumerable.Range(0, options.Agents).Select(i => V.All(Circle * Math.Sin(Math.Tau * i / options.Agents)))];

    /// <inheritdoc/>
    protected override double LandmarkRange => 0.5;

    /// <inheritdoc/>
    public override void Draft(Tile<V> tile, Span<V> points)
    {
        var (x, y) = First(tile);
        for (var k = 0; k < _count; k++)
        {
            points[2 * k] = tile.X(_count) + (_cosines[k] * x) - (_sines[k] * y);
            points[(2 * k) + 1] = tile.Y(_count) + (_sines[k] * x) + (_cosines[k] * y);
        }
    }

    /// <summary>The unit vector from the landmark to the agent that is seen from it under the least angle from 0 to 2 pi.</summary>
    private (V X, V Y) First(Tile<V> tile)
    {
        var (firstX, firstY, least) = (V.All(1d), V.All(0d), V.All(double.PositiveInfinity));
        for (var agent = 0; agent < _count; agent++)
        {
            var (x, y) = (tile.X(agent) - tile.X(_count), tile.Y(agent) - tile.Y(_count));
            var turn = Turn(x, y);
            var before = turn < least;
            (firstX, firstY, least) = (V.Select(before, x, firstX), V.Select(before, y, firstY), V.Select(before, turn, least));
        }

        var length = V.Sqrt((firstX * firstX) + (firstY * firstY));
        var some = length > V.All(0d);
        return (V.Select(some, firstX / length, V.All(1d)), V.Select(some, firstY / length, V.All(0d)));
    }

    /// <summary>A number in [0, 4] that grows with the angle from 0 to 2 pi: the way round a diamond.</summary>
    private static V Turn(V x, V y)
    {
        var (zero, one) = (V.All(0d), V.All(1d));
        var reach = V.Abs(x) + V.Abs(y);
        var share = V.Select(reach > zero, x / reach, one);
        return V.Select(y >= zero, one - share, V.All(3d) + share);
    }
}
