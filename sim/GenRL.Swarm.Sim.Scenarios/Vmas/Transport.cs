using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>What can be chosen about <see cref="Transport{V}"/>.</summary>
/// <param name="Agents">Number of agents.</param>
/// <param name="Packages">Number of packages.</param>
/// <param name="Length">Of a package, m.</param>
/// <param name="Width">Of a package, m.</param>
/// <param name="Mass">Of a package, kg: more than one agent moves well.</param>
internal sealed record TransportOptions(int Agents = 4, int Packages = 1, double Length = 0.15, double Width = 0.15, double Mass = 50d);

/// <summary>Agents push heavy packages to a goal.</summary>
internal sealed class Transport<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const int GoalBody = 0;
    private const double GoalRadius = 0.15;
    private const double AgentRadius = 0.03;
    private const double Shaping = 100d;
    private readonly TransportOptions _options;
    private readonly BodyShape.Box _box;
    private readonly double _touch;

    public Transport(TransportOptions options)
        : base(
            new PhysicsSpec { SemiX = Semi(options), SemiY = Semi(options) },
            [
                Goal("goal", GoalRadius),
                .. Enumerable.Range(0, options.Packages).Select(i =>
                    new BodySpec($"package {i}", new BodyShape.Box(options.Length, options.Width)) { Movable = true, Mass = options.Mass }),
            ],
            VmasAgent.Some(options.Agents, AgentRadius, 0.6),
            4 + (7 * options.Packages)) =>
        (_options, _box, _touch) = (options, new(options.Length, options.Width), GoalRadius + Physics.LineThickness);

    /// <summary>Per package, its distance from the goal after the step before, m.</summary>
    public override int Memory => _options.Packages;

    public override void Remember(Tile<V> tile, Spawn<V> spawn)
    {
        for (var i = 0; i < _options.Packages; i++)
        {
            spawn.Set(ref tile.Memory(i), tile.Distance(1 + i, GoalBody));
        }
    }

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        var (reward, all) = (V.All(0d), ~V.All(0d));
        for (var i = 0; i < _options.Packages; i++)
        {
            var distance = tile.Distance(1 + i, GoalBody);
            var there = OnGoal(tile, 1 + i);
            reward += V.Select(there, V.All(0d), (tile.Memory(i) - distance) * V.All(Shaping));
            tile.Memory(i) = distance;
            all &= there;
        }

        Share(rewards, reward);
        return all;
    }

    protected override void Place(Spawn<V> spawn)
    {
        Span<int> placed = stackalloc int[Bodies.Count];
        for (var body = 0; body < Bodies.Count; body++)
        {
            placed[body] = body;
            var apart = body <= _options.Packages ? 0.15 + GoalRadius : Math.Max(_options.Length, _options.Width) + AgentRadius;
            spawn.PlaceApart(body, 1d, 1d, apart, placed[..body]);
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        row.AddPosition(tile, Agents[agent]);
        row.AddVelocity(tile, Agents[agent]);
        for (var package = 1; package <= _options.Packages; package++)
        {
            row.AddOffset(tile, GoalBody, package);
            row.AddOffset(tile, Agents[agent], package);
            row.AddVelocity(tile, package);
            row.Add(Flag(OnGoal(tile, package)));
        }
    }

    private V OnGoal(Tile<V> tile, int package)
    {
        var near = tile.SquaredDistance(package, GoalBody) <= V.All((_touch + _box.Reach) * (_touch + _box.Reach));
        return V.Any(near) ? near & (tile.SquaredGap(GoalBody, package, _box) <= V.All(_touch * _touch)) : near;
    }

    private static double Semi(TransportOptions options) => 1d + (2d * AgentRadius) + Math.Max(options.Length, options.Width);
}
