using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Engine.Tests.Environments;

/// <summary>Ends, automatic starts and what episodes come to, in both kinds of environment: the action is the reward, more than 9 ends the episode.</summary>
public sealed class EpisodeTests
{
    private const int Worlds = 5;

    public static TheoryData<bool> Kinds => [false, true];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Step_EpisodesOfDifferentLengths_AreCountedPerWorld(bool bodies)
    {
        using var environment = Make(bodies);
        var run = new Run(environment);
        run.Reset();

        var ends = Enumerable.Range(1, 7).Select(step => run.Step((world, agent) => world == 3 && step == 2 && agent == 0 ? 10f : world + agent)).ToList();

        // World 3 is over at its second step, all are cut off after four.
        Assert.Equal([1, 3], Steps(EpisodeEnd.Terminated, 3).Concat(Steps(EpisodeEnd.Truncated, 2)));
        Assert.Equal([5], Steps(EpisodeEnd.Truncated, 3));
        Assert.Equal(new EpisodeStatistics(1, 4, 4 * (2f + 3f)), environment.Statistics(2));
        Assert.Equal(new EpisodeStatistics(2, 4, 4 * (3f + 4f)), environment.Statistics(3));
        run.Step((_, _) => 0f);
        Assert.Equal(new EpisodeStatistics(2, 4, 3 * (2f + 3f)), environment.Statistics(2));

        IEnumerable<int> Steps(EpisodeEnd end, int world) => Enumerable.Range(0, 7).Where(step => ends[step][world] == end);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Step_OverAndTimeOutAtOnce_IsOver(bool bodies)
    {
        using var environment = Make(bodies);
        var run = new Run(environment);
        run.Reset();

        var ends = Enumerable.Range(1, 4).Select(step => run.Step((world, _) => step == 4 && world == 1 ? 10f : 0f)).ToList()[^1];

        Assert.Equal([EpisodeEnd.Truncated, EpisodeEnd.Terminated, EpisodeEnd.Truncated, EpisodeEnd.Truncated, EpisodeEnd.Truncated], ends);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Step_AtAnEnd_RewardIsTheOldEpisodesAndObservationTheNewOnes(bool bodies)
    {
        using var environment = Make(bodies);
        var run = new Run(environment);
        run.Reset();
        var first = run.Seen(2);

        run.Step((world, _) => world == 2 ? 10f : 1f);

        Assert.Equal(10f, run.Earned(2));
        Assert.NotEqual(first, run.Seen(2));
        Assert.NotEqual(first + 1f, run.Seen(2));
        Assert.InRange(run.Seen(2), 0f, 1f);
        Assert.InRange(run.Seen(1), 1f, 2f);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reset_AfterEpisodes_ForgetsThem(bool bodies)
    {
        using var environment = Make(bodies);
        var run = new Run(environment);
        run.Reset();
        run.Step((_, _) => 10f);
        Assert.Equal(1, environment.Statistics(4).Episodes);

        run.Reset();

        Assert.Equal(default, environment.Statistics(4));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void SaveAndRestore_OfAWorldThatThereIsNot_OrOfTooFewBytes_AreRefused(bool bodies)
    {
        using var environment = Make(bodies);
        var bytes = new byte[environment.SnapshotSize];
        foreach (var world in (ReadOnlySpan<int>)[-1, Worlds, 7])
        {
            Assert.Equal("world", Assert.Throws<ArgumentOutOfRangeException>(() => environment.Save(world, bytes)).ParamName);
            Assert.Equal("world", Assert.Throws<ArgumentOutOfRangeException>(() => environment.Restore(world, bytes)).ParamName);
        }

        Assert.Equal("snapshot", Assert.Throws<ArgumentException>(() => environment.Save(0, new byte[bytes.Length - 1])).ParamName);
    }

    [Fact]
    public void Worlds_OfNone_AreRefusedByName()
    {
        Assert.Equal("worlds", Assert.Throws<ArgumentOutOfRangeException>(() => new WorldsEnvironment(0, () => new CountingWorld())).ParamName);
        Assert.Equal("worlds", Assert.Throws<ArgumentOutOfRangeException>(() => new WorldsEnvironment(-1, () => new CountingWorld())).ParamName);
    }

    private static IEnvironment Make(bool bodies) =>
        bodies ? BodyEnvironments.Create(new CountingFactory(), Worlds, width: 256) : new WorldsEnvironment(Worlds, () => new CountingWorld());

    private sealed class Run(IEnvironment environment)
    {
        private readonly float[] _observations = new float[environment.Shape.ObservationLength];
        private readonly float[] _rewards = new float[environment.Shape.RewardLength];

        public void Reset() => environment.Reset(1, _observations);

        public EpisodeEnd[] Step(Func<int, int, float> act)
        {
            var (actions, ends) = (new float[environment.Shape.ActionLength], new EpisodeEnd[Worlds]);
            for (var world = 0; world < Worlds; world++)
            {
                for (var agent = 0; agent < 2; agent++)
                {
                    actions[environment.Shape.ActionIndex(world, agent, 0)] = act(world, agent);
                }
            }

            environment.Step(actions, _observations, _rewards, ends);
            return ends;
        }

        public float Seen(int world) => _observations[environment.Shape.ObservationIndex(world, 0, 0)];

        public float Earned(int world) => _rewards[environment.Shape.RewardIndex(world, 0)];
    }

    /// <summary>Sees a number that starts anywhere from 0 to 1 and grows by one a step.</summary>
    private sealed class CountingWorld : IWorld
    {
        private float _start;
        private int _steps;

        public IReadOnlyList<ActionSpace> Actions { get; } = [ActionSpace.Continuous(1, 0f, 10f), ActionSpace.Continuous(1, 0f, 10f)];

        public IReadOnlyList<int> ObservationSizes { get; } = [1, 1];

        public void Reset(RandomStream random) => (_start, _steps) = (random.NextSingle(0f, 1f), 0);

        public EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards)
        {
            actions.CopyTo(rewards);
            _steps++;
            return actions[0] > 9f ? EpisodeEnd.Terminated : _steps >= 4 ? EpisodeEnd.Truncated : EpisodeEnd.None;
        }

        public void Observe(Span<float> observations) => observations.Fill(_start + _steps);

        public void Move(ref Snapshot snapshot)
        {
            snapshot.Move(ref _start);
            snapshot.Move(ref _steps);
        }

        public void Draw(Scene scene)
        {
        }
    }

    private sealed class CountingFactory : IBodyScenarioFactory
    {
        public BodyScenario<V> Create<V>()
            where V : unmanaged, ILanes<V> => new Counting<V>();
    }

    private sealed class Counting<V> : BodyScenario<V>
        where V : unmanaged, ILanes<V>
    {
        public override IReadOnlyList<BodySpec> Bodies { get; } = [new BodySpec("still", new BodyShape.Disc(0.1))];

        public override PhysicsSpec Physics { get; } = new();

        public override IReadOnlyList<ActionSpace> Actions { get; } = [ActionSpace.Continuous(1, 0f, 10f), ActionSpace.Continuous(1, 0f, 10f)];

        public override IReadOnlyList<int> ObservationSizes { get; } = [1, 1];

        public override int Memory => 3;

        public override int MaxSteps => 4;

        public override void Begin(Tile<V> tile, Spawn<V> spawn)
        {
            spawn.Set(ref tile.Memory(0), spawn.Uniform(0d, 1d));
            spawn.Set(ref tile.Memory(1), V.All(0d));
        }

        public override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
        {
            (tile.Memory(1), tile.Memory(2)) = (actions[0], actions[1]);
            tile.Memory(0) += V.All(1d);
        }

        public override V Judge(Tile<V> tile, Span<V> rewards)
        {
            (rewards[0], rewards[1]) = (tile.Memory(1), tile.Memory(2));
            return rewards[0] > V.All(9d);
        }

        public override void Observe(Tile<V> tile, Span<V> observations) => observations.Fill(tile.Memory(0));

        public override Role RoleOf(int body) => Role.Obstacle;
    }
}
