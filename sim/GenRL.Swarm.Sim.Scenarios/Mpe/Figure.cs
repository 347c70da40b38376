using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>Options of the scenarios in which N agents make up a figure of N points.</summary>
internal abstract record FigureOptions : MpeOptions
{
    /// <summary>Number of agents.</summary>
    public int Agents { get; init; } = 4;

    /// <summary>Whether an episode ends when every agent is within 0.05 m of its point.</summary>
    public bool TerminateOnSuccess { get; init; }
}

/// <summary>N agents make up a figure of N points; who goes where is theirs to choose, and the best choice is what counts.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal abstract class Figure<V>(FigureOptions options, double radius, IReadOnlyList<MpeEntity> landmarks) : MpeScenario<V>(
    options,
    channels: 0,
    [.. Enumerable.Range(0, options.Agents).Select(i => new MpeEntity($"agent_{i}", radius) { Movable = true, Collides = true, Colour = [0.35, 0.35, 0.85] })],
    landmarks)
    where V : unmanaged, ILanes<V>
{
    private const double MostDistance = 2d;
    private const double Threshold = 0.05;

    private readonly int _count = options.Agents;
    private readonly V _share = V.All(1d / options.Agents);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<int> ObservationSizes => [.. Enumerable.Repeat(4 + (2 * Landmarks.Count), _count)];

    /// <summary>An agent gets nothing for itself.</summary>
    public sealed override double? LocalRatio => 0d;

    /// <summary>Writes the figure's points.</summary>
    /// <param name="tile">Read.</param>
    /// <param name="points">Written; x and y of each of N points.</param>
    public abstract void Draft(Tile<V> tile, Span<V> points);

    /// <inheritdoc/>
    public sealed override void Observe(Tile<V> tile, Span<V> observations)
    {
        var seen = observations;
        for (var agent = 0; agent < _count; agent++)
        {
            seen = See.Position(tile, agent, See.Velocity(tile, agent, seen));
            seen = See.Offsets(tile, agent, _count, Landmarks.Count, seen);
        }
    }

    /// <inheritdoc/>
    protected sealed override V Score(Tile<V> tile, Span<V> rewards)
    {
        Span<V> points = stackalloc V[2 * _count];
        Draft(tile, points);
        Span<V> distances = stackalloc V[_count * _count];
        for (var agent = 0; agent < _count; agent++)
        {
            for (var k = 0; k < _count; k++)
            {
                distances[(agent * _count) + k] = V.Sqrt(SquaredDistance(tile, agent, (points[2 * k], points[(2 * k) + 1])));
            }
        }

        var (clipped, worst) = Assignment.Best(distances, _count, V.All(MostDistance));
        rewards.Fill(-(clipped * _share));
        return options.TerminateOnSuccess ? worst < V.All(Threshold) : None;
    }
}
