using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Swarm;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Swarm;

/// <summary>What can be chosen about <see cref="Gather{V}"/>; also makes it, for vectors of any width.</summary>
internal sealed record GatherOptions(int Robots = 4) : IBodyScenarioFactory
{
    /// <summary>How the scenario is listed and run by name.</summary>
    public static ScenarioEntry Entry { get; } = new("example/gather", "robots gather on a mat", Make);

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Gather<V>(this);

    private static IEnvironment Make(ScenarioRequest request) => BodyEnvironments.Create(
        new GatherOptions(request.AgentsWithin(2, 16, 4)), request.Worlds, request.Threads, request.Precise);
}

/// <summary>Robots gather on a mat. Reward: metres nearer, -1 per thing touched, 5 when all are on it: the episode ends.</summary>
internal sealed class Gather<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double Semi = 2.5;
    private const double MatRadius = 0.8;
    private const int Mat = FirstFixture;

    public Gather(GatherOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), Semi, Semi) { Fixtures = [Goal("mat", MatRadius)], TaskNumbers = 2 }) =>
        SwarmWorld.RequireRoom("robots", options.Robots, 0.45, Semi - 0.3, Semi - 0.3);

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        spawn.PlaceWithin(Mat, Semi - MatRadius, Semi - MatRadius);
        for (var i = 0; i < Robots.Length; i++)
        {
            spawn.PlaceApart(Robots[i], Semi - 0.3, Semi - 0.3, 0.45, Robots.AsSpan(0, i));
            Remember(tile, spawn, i, tile.Distance(Robots[i], Mat));
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        var all = ~V.All(0d);
        for (var i = 0; i < Robots.Length; i++)
        {
            var distance = tile.Distance(Robots[i], Mat);
            all &= distance < V.All(MatRadius);
            rewards[i] = Gain(tile, i, distance) - Touches(tile, i);
        }

        foreach (ref var reward in rewards)
        {
            reward += V.All(5d) * Flag(all);
        }

        return all;
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row) => AddOffset(tile, robot, Mat, ref row);
}
