using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Scenarios.Tests;

/// <summary>What every scenario promises, whatever its family: one test per promise, over every name in the catalog.</summary>
public sealed class EnvironmentContractTests
{
    public static TheoryData<string> Names => [.. ScenarioCatalog.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_AThousandTimes_AllocatesNothing(string name)
    {
        using var environment = Make(name, 2);
        var run = new RandomRun(environment, 1);
        run.Steps(50);

        Assert.Equal(0, Allocation.Of(() => run.Steps(1000)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_InABatchOf33_AWorldGoesAsItGoesAlone(string name)
    {
        using var alone = Make(name, 1);
        using var batch = Make(name, 33);
        var (single, many) = (new RandomRun(alone, 7), new RandomRun(batch, 7));

        for (var step = 0; step < 120; step++)
        {
            single.Steps(1);
            many.Steps(1);

            AssertSame(single.Seen(0), many.Seen(0));
            AssertSame(single.Earned(0), many.Earned(0));
            Assert.Equal(single.End(0), many.End(0));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_OnTwoThreads_GivesTheSameBytes(string name)
    {
        using var one = Make(name, 33);
        using var two = Make(name, 33, threads: 2);
        var (single, shared) = (new RandomRun(one, 3), new RandomRun(two, 3));

        single.Steps(100);
        shared.Steps(100);

        for (var world = 0; world < 33; world++)
        {
            AssertSame(single.Seen(world), shared.Seen(world));
            AssertSame(single.Saved(world), shared.Saved(world));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Restore_AnEarlierState_GoesOnBitForBit(string name)
    {
        using var environment = Make(name, 3);
        var run = new RandomRun(environment, 5);
        run.Steps(40);
        var saved = run.Saved(1);
        var actions = run.Fork();
        run.Steps(300);
        var (seen, later) = (run.Seen(1), run.Saved(1));

        environment.Restore(1, saved);
        AssertSame(saved, run.Saved(1));
        run.Resume(actions);
        run.Steps(300);

        AssertSame(seen, run.Seen(1));
        AssertSame(later, run.Saved(1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Restore_IntoAnotherEnvironment_GoesOnBitForBit(string name)
    {
        using var from = Make(name, 2);
        using var to = Make(name, 2);
        var (source, target) = (new RandomRun(from, 5), new RandomRun(to, 6));
        source.Steps(60);
        for (var world = 0; world < 2; world++)
        {
            to.Restore(world, source.Saved(world));
        }

        target.Resume(source.Fork());
        source.Steps(200);
        target.Steps(200);

        AssertSame(source.Seen(1), target.Seen(1));
        AssertSame(source.Saved(1), target.Saved(1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Restore_TooFewBytes_IsRefused(string name)
    {
        using var environment = Make(name, 1);

        Assert.Throws<InvalidDataException>(() => environment.Restore(0, new byte[environment.SnapshotSize - 1]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_PastAnEnd_StartsTheNextEpisode(string name)
    {
        using var environment = Make(name, 2);
        var run = new RandomRun(environment, 11);
        var ends = 0;

        for (var step = 0; step < 2100 && ends < 2; step++)
        {
            run.Steps(1);
            ends += run.End(0) == EpisodeEnd.None ? 0 : 1;
            Assert.Equal(ends, environment.Statistics(0).Episodes);
        }

        Assert.Equal(2, ends);
        Assert.True(environment.Statistics(0).Length > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reset_TheSameSeedOrAnother_GivesTheSameStartOrAnother(string name)
    {
        using var environment = Make(name, 64);
        var run = new RandomRun(environment, 1);
        var first = Starts();
        run.Reset(2);
        var other = Starts();
        run.Reset(1);

        AssertSame(first, Starts());
        Assert.False(first.AsSpan().SequenceEqual(other));

        byte[] Starts() => [.. Enumerable.Range(0, 64).SelectMany(run.Saved)];
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_WithRandomActions_GivesFiniteNumbers(string name)
    {
        using var environment = Make(name, 5);
        var run = new RandomRun(environment, 13);

        for (var step = 0; step < 100; step++)
        {
            run.Steps(1);
            for (var world = 0; world < 5; world++)
            {
                Assert.True(AreFinite(run.Seen(world)));
                Assert.True(AreFinite(run.Earned(world)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_ASpanOfAnotherLength_IsNamed(string name)
    {
        using var environment = Make(name, 2);
        var shape = environment.Shape;

        Assert.Contains("observations", Error(0, 1, 0, 0), StringComparison.Ordinal);
        Assert.Contains("actions", Error(1, 0, 0, 0), StringComparison.Ordinal);
        Assert.Contains("rewards", Error(0, 0, -1, 0), StringComparison.Ordinal);
        Assert.Contains("ends", Error(0, 0, 0, -1), StringComparison.Ordinal);
        Assert.Contains("observations", Assert.Throws<ArgumentException>(() => environment.Reset(1, new float[1])).Message, StringComparison.Ordinal);

        string Error(int actions, int observations, int rewards, int ends) => Assert.Throws<ArgumentException>(() => environment.Step(
            new float[shape.ActionLength + actions], new float[shape.ObservationLength + observations], new float[shape.RewardLength + rewards],
            new EpisodeEnd[shape.Worlds + ends])).Message;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_ActionsThatAreNone_AreSurvived(string name)
    {
        using var environment = Make(name, 2);
        var run = new RandomRun(environment, 17);

        foreach (var action in (ReadOnlySpan<float>)[float.NaN, float.PositiveInfinity, float.NegativeInfinity, -1f, 1e9f, 0.5f])
        {
            run.StepWith(action);
        }

        run.Steps(20);
        Assert.True(AreFinite(run.Seen(1)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_ShowsAShapePerAgentAtLeast(string name)
    {
        using var environment = Make(name, 1);
        _ = new RandomRun(environment, 1);
        var scene = new Scene();

        environment.Draw(0, scene);

        Assert.True(scene.Shapes.Count >= environment.Shape.Agents);
        Assert.All(scene.Shapes, shape => Assert.True(double.IsFinite(shape.X) && double.IsFinite(shape.Y) && shape.Label is not null));
    }

    [Fact]
    public void Catalog_EveryName_IsUniqueAndSpelledAsAgreed()
    {
        Assert.All(ScenarioCatalog.Entries, entry => Assert.Matches("^[a-z0-9]+/[a-z0-9]+([-.][a-z0-9]+)*$", entry.Name));
        Assert.Distinct(ScenarioCatalog.Entries.Select(entry => entry.Name));
        Assert.All(ScenarioCatalog.Entries, entry => Assert.NotEmpty(entry.Summary));
    }

    [Fact]
    public void Find_AnUnknownName_NamesWhatIsNear()
    {
        Assert.Contains("near it", Assert.Throws<ScenarioException>(() => ScenarioCatalog.Find("rware/tiny")).Message, StringComparison.Ordinal);
        Assert.Contains("sim list", Assert.Throws<ScenarioException>(() => ScenarioCatalog.Find("no/such-scenario")).Message, StringComparison.Ordinal);
    }

    private static void AssertSame<T>(T[] expected, T[] actual)
        where T : unmanaged => Assert.True(MemoryMarshal.AsBytes(expected.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(actual.AsSpan())));

    private static bool AreFinite(float[] numbers) => Array.TrueForAll(numbers, float.IsFinite);

    private static IEnvironment Make(string name, int worlds, int threads = 1) =>
        ScenarioCatalog.Find(name).Create(new ScenarioRequest(Worlds: worlds, Threads: threads));

    /// <summary>An environment stepped with random actions that depend on the world's number, the step and the seed alone.</summary>
    private sealed class RandomRun
    {
        private readonly IEnvironment _environment;
        private readonly float[] _actions;
        private readonly float[] _observations;
        private readonly float[] _rewards;
        private readonly EpisodeEnd[] _ends;
        private readonly RandomStream[] _streams;

        public RandomRun(IEnvironment environment, ulong seed)
        {
            _environment = environment;
            var shape = environment.Shape;
            _actions = new float[shape.ActionLength];
            _observations = new float[shape.ObservationLength];
            _rewards = new float[shape.RewardLength];
            _ends = new EpisodeEnd[shape.Worlds];
            _streams = [.. Enumerable.Range(0, shape.Worlds).Select(world => new RandomStream(seed, world, 99))];
            Reset(seed);
        }

        public void Reset(ulong seed) => _environment.Reset(seed, _observations);

        public void Steps(int count)
        {
            for (var step = 0; step < count; step++)
            {
                for (var world = 0; world < _streams.Length; world++)
                {
                    Choose(world);
                }

                _environment.Step(_actions, _observations, _rewards, _ends);
            }
        }

        public void StepWith(float action)
        {
            Array.Fill(_actions, action);
            _environment.Step(_actions, _observations, _rewards, _ends);
        }

        public float[] Seen(int world)
        {
            var shape = _environment.Shape;
            var seen = new float[shape.ObservationsPerWorld];
            for (int agent = 0, next = 0; agent < shape.Agents; agent++)
            {
                for (var number = 0; number < shape.ObservationSize(agent); number++)
                {
                    seen[next++] = _observations[shape.ObservationIndex(world, agent, number)];
                }
            }

            return seen;
        }

        public float[] Earned(int world) =>
            [.. Enumerable.Range(0, _environment.Shape.Agents).Select(agent => _rewards[_environment.Shape.RewardIndex(world, agent)])];

        public EpisodeEnd End(int world) => _ends[world];

        public byte[] Saved(int world)
        {
            var snapshot = new byte[_environment.SnapshotSize];
            _environment.Save(world, snapshot);
            return snapshot;
        }

        /// <summary>Where the random actions stand.</summary>
        public RandomState[] Fork() => [.. _streams.Select(stream => stream.State)];

        /// <summary>Sets the random actions back.</summary>
        public void Resume(RandomState[] states)
        {
            for (var world = 0; world < states.Length; world++)
            {
                _streams[world].State = states[world];
            }
        }

        private void Choose(int world)
        {
            var shape = _environment.Shape;
            for (var agent = 0; agent < shape.Agents; agent++)
            {
                var space = shape.Actions[agent];
                for (var number = 0; number < space.Size; number++)
                {
                    _actions[shape.ActionIndex(world, agent, number)] = space.Choices.IsEmpty
                        ? _streams[world].NextSingle(space.Low, space.High)
                        : _streams[world].NextInt32(space.Choices[number]);
                }
            }
        }
    }
}
