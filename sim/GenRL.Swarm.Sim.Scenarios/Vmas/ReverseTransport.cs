using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>What can be chosen about <see cref="ReverseTransport{V}"/>.</summary>
/// <param name="Agents">Number of agents.</param>
/// <param name="Length">Of the box, m.</param>
/// <param name="Width">Of the box, m.</param>
/// <param name="Mass">Of the box, kg.</param>
internal sealed record ReverseTransportOptions(int Agents = 4, double Length = 0.6, double Width = 0.6, double Mass = 50d);

/// <summary>Agents inside a hollow box push it to a goal.</summary>
internal sealed class ReverseTransport<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const int GoalBody = 0;
    private const int Package = 1;
    private const double GoalRadius = 0.09;
    private const double AgentRadius = 0.03;
    private const double Shaping = 100d;
    private readonly BodyShape.Box _box;
    private readonly double _touch;

    public ReverseTransport(ReverseTransportOptions options)
        : base(
            new PhysicsSpec { Substeps = 5, ContactForce = 500d, ContactMargin = 6e-3 },
            [
                Goal("goal", GoalRadius),
                new BodySpec($"package {options.Agents - 1}", new BodyShape.Box(options.Length, options.Width, Hollow: true)) { Movable = true, Mass = options.Mass },
            ],
            VmasAgent.Some(options.Agents, AgentRadius, 0.5),
            10) => (_box, _touch) = (new(options.Length, options.Width, Hollow: true), GoalRadius + Physics.LineThickness);

    /// <summary>Distance of the box from the goal after the step before, m.</summary>
    public override int Memory => 1;

    public override void Remember(Tile<V> tile, Spawn<V> spawn) => spawn.Set(ref tile.Memory(0), tile.Distance(Package, GoalBody));

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        var distance = tile.Distance(Package, GoalBody);
        var there = tile.SquaredGap(GoalBody, Package, _box) <= V.All(_touch * _touch);
        Share(rewards, V.Select(there, V.All(0d), (tile.Memory(0) - distance) * V.All(Shaping)));
        tile.Memory(0) = distance;
        return there;
    }

    protected override void Place(Spawn<V> spawn)
    {
        spawn.PlaceWithin(GoalBody, 1d, 1d);
        var (x, y) = (spawn.Uniform(-1d, 1d), spawn.Uniform(-1d, 1d));
        spawn.Place(Package, x, y);
        var (semiX, semiY) = ((_box.Length / 2d) - AgentRadius, (_box.Width / 2d) - AgentRadius);
        foreach (var agent in Agents)
        {
            spawn.Place(agent, x + spawn.Uniform(-semiX, semiX), y + spawn.Uniform(-semiY, semiY));
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        row.AddPosition(tile, Agents[agent]);
        row.AddVelocity(tile, Agents[agent]);
        row.AddVelocity(tile, Package);
        row.AddOffset(tile, Agents[agent], Package);
        row.AddOffset(tile, GoalBody, Package);
    }
}
