using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Skirmish;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

/// <summary>What every environment promises, for every skirmish that has a name.</summary>
public sealed class WorldTests
{
    public static TheoryData<string> Names => [.. SkirmishFamily.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_ManyWorldsAndThreads_AreEachTheSame(string name)
    {
        using var alone = new Run(name, 1, 1);
        using var batch = new Run(name, 5, 1);
        using var threads = new Run(name, 5, 2);

        for (var step = 0; step < 40; step++)
        {
            alone.Step();
            batch.Step();
            threads.Step();

            Assert.Equal(alone.Observations, batch.Observations[..alone.Observations.Length]);
            Assert.Equal(batch.Observations, threads.Observations);
            Assert.Equal(batch.Rewards, threads.Rewards);
            Assert.Equal(batch.Ends, threads.Ends);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Restore_IntoAWorldWithAnotherPast_GoesOnAlike(string name)
    {
        using var run = new Run(name, 1, 1);
        using var other = new Run(name, 2, 1, seed: 4);
        var snapshot = new byte[run.Environment.SnapshotSize];
        run.Step(10);
        other.Step(17);

        run.Environment.Save(0, snapshot);
        other.Environment.Restore(0, snapshot);
        other.Count = run.Count;

        for (var step = 0; step < 40; step++)
        {
            run.Step();
            other.Step();
            Assert.Equal(run.Observations, other.Observations[..run.Observations.Length]);
            Assert.Equal(run.Rewards, other.Rewards[..run.Rewards.Length]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_AThousandTimes_AllocatesNothing(string name)
    {
        using var run = new Run(name, 1, 1);
        run.Step(200);

        Assert.Equal(0, Allocation.Of(() => run.Step(1000)));
    }

    [Fact]
    public void Draw_AfterAStep_ShowsTheLiving()
    {
        using var environment = ScenarioCatalog.Find("skirmish/2s3z").Create(new ScenarioRequest());
        environment.Reset(1, new float[environment.Shape.ObservationLength]);
        var scene = new Scene();

        environment.Draw(0, scene);

        var units = scene.Shapes.Where(shape => shape.Kind == ShapeKind.Disc).ToList();
        Assert.Equal(["s", "s", "Z", "Z", "Z", "s", "s", "Z", "Z", "Z"], units.Select(unit => unit.Label));
        Assert.Equal(5, units.Count(unit => unit.Role == Role.Robot));
        Assert.All(units, unit => Assert.InRange(unit.X, 0, 32));
    }

    /// <summary>A run whose actions follow from the step's number.</summary>
    private sealed class Run : IDisposable
    {
        private readonly float[] _actions;

        public Run(string name, int worlds, int threads, ulong seed = 3)
        {
            Environment = ScenarioCatalog.Find(name).Create(new ScenarioRequest(worlds, Threads: threads));
            var shape = Environment.Shape;
            _actions = new float[shape.ActionLength];
            (Observations, Rewards, Ends) = (new float[shape.ObservationLength], new float[shape.RewardLength], new EpisodeEnd[worlds]);
            Environment.Reset(seed, Observations);
        }

        public IEnvironment Environment { get; }

        public float[] Observations { get; }

        public float[] Rewards { get; }

        public EpisodeEnd[] Ends { get; }

        public int Count { get; set; }

        public void Step(int steps = 1)
        {
            for (var step = 0; step < steps; step++, Count++)
            {
                for (var i = 0; i < _actions.Length; i++)
                {
                    var perWorld = _actions.Length / Ends.Length;
                    var space = Environment.Shape.Actions[i % perWorld / Environment.Shape.Actions[0].Size];
                    var mixed = ((Count * 7919) + (i % perWorld * 104_729)) % 1009;
                    _actions[i] = space.Choices.Length > 0 ? mixed % space.Choices[0] : mixed / 1009f;
                }

                Environment.Step(_actions, Observations, Rewards, Ends);
            }
        }

        public void Dispose() => Environment.Dispose();
    }
}
