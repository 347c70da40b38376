using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Onboard.Tests.Flight;

public sealed class EpisodeTests(PretrainedBundle pretrained) : IClassFixture<PretrainedBundle>
{
    [Theory]
    [InlineData("crossing")]
    [InlineData("random-goals")]
    public void The_shipped_bundle_brings_four_robots_to_their_goals_without_a_collision(string scenario)
    {
        var runner = Runner(scenario, 4, out _);

        for (var seed = 1ul; seed <= 3; seed++)
        {
            var episode = runner.Fly(seed);

            Assert.True(episode.Mission.Success, $"seed {seed}: {episode}");
            Assert.InRange(episode.SecondsToGoal, 1, 11);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_one_does_not()
    {
        var (first, second, other) = (Fly(5), Fly(5), Fly(6));

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);

        string Fly(ulong seed)
        {
            // Another agent, another seed of its noise, but the same world: only the plans can tell them apart.
            var runner = Runner("crossing", 3, out var brains, seed, 3);
            runner.Fly(5);
            return string.Join(' ', brains.Select(brain => brain.Digest()));
        }
    }

    [Fact]
    public void After_warm_up_neither_step_nor_tick_allocates()
    {
        var robot = new TestRobot(pretrained.Bundle).GoTo(2f, 0f);
        robot.See((3, new Vector2(1f, 1f), Vector2.Zero), (4, new Vector2(-1f, 1f), new Vector2(0.1f, 0f)));
        robot.Sensors.RayCount = 64;
        Array.Fill(robot.Sensors.Ranges, 1.2f);

        var allocated = Enumerable.Range(0, 60).Select(_ => Allocated()).ToList();

        Assert.All(allocated[^15..], bytes => Assert.Equal(0, bytes));

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 5; i++)
            {
                robot.Hear(robot.Frame(3, new Vector2(1f, 1f), Vector2.Zero));
                robot.Fly(1);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private LockStepRunner Runner(string scenario, int robots, out List<Recorder> brains, ulong seed = 0, double limit = 12)
    {
        var options = new AgentOptions(default, 0.12f, 1f, new ShieldOptions(), 0);
        brains = [.. Enumerable.Range(0, robots).Select(_ => new Recorder(new AgentBrain(pretrained.Bundle, options), seed))];
        return new LockStepRunner(new EpisodeOptions { Scenario = ScenarioList.Find(scenario), Robots = robots, LimitSeconds = limit }, brains);
    }

    /// <summary>Digests every plan, told frame and command of an agent; its own seed is changed by <paramref name="salt"/>.</summary>
    private sealed class Recorder(AgentBrain brain, ulong salt) : IRobotBrain
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Interventions => brain.Interventions;

        public string Digest() => Convert.ToHexString(_hash.GetHashAndReset());

        public void Begin(RobotId robot, ulong seed) => brain.Begin(robot, seed ^ salt);

        public void Assign(in GoalAssignment goal) => brain.Assign(goal);

        public void Hear(ReadOnlySpan<byte> frame, Stamp heard) => brain.Hear(frame, heard);

        public Vector2 Step(SensorFrame sensors, Stamp now)
        {
            var command = brain.Step(sensors, now);
            _hash.AppendData(MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref command, 1)));
            return command;
        }

        public int Tick(SensorFrame sensors, Stamp now, Span<byte> told)
        {
            var length = brain.Tick(sensors, now, told);
            _hash.AppendData(told[..length]);
            _hash.AppendData(MemoryMarshal.AsBytes(brain.LastTick.Plan.AsSpan()));
            return length;
        }
    }
}
