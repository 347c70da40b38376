using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Scenarios.Swarm;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Swarm;

public sealed class SwarmTests
{
    /// <summary>Every scenario of the family, as its options.</summary>
    public static TheoryData<string, IBodyScenarioFactory> All => new()
    {
        { "crossing", new CrossingOptions() },
        { "crossing, mixed floors", new CrossingOptions(3, SwarmDrive.Differential, 7) { Randomisation = new() { Curriculum = new Curriculum(0d, 1d, 3) } } },
        { "doorway", new DoorwayOptions() },
        { "rendezvous", new RendezvousOptions() },
        { "box pushing", new BoxPushingOptions() },
        { "formation", new FormationOptions() },
        { "coverage", new CoverageOptions(FailureRate: 0.5) },
        { "flocking", new FlockingOptions() },
        { "pursuit", new PursuitOptions() },
        { "warehouse", new WarehouseOptions() },
        { "intersection", new IntersectionOptions(Carts: 2) },
        { "gather", new GatherOptions() },
    };

    [Theory]
    [MemberData(nameof(All), DisableDiscoveryEnumeration = true)]
    public void Step_AtAnyWidth_GivesTheSameNumbers(string name, IBodyScenarioFactory options)
    {
        var expected = Run(options, 128);

        Assert.True(expected.Count > 1000, name);
        Assert.Equal(expected, Run(options, 256));
        Assert.Equal(expected, Run(options, 512));
    }

    [Theory]
    [InlineData("swarm/crossing", 65, "agents: 65 is not between 1 and 64")]
    [InlineData("swarm/box-pushing", 1, "agents: 1 is not between 2 and 64")]
    public void Create_TooManyOrTooFew_IsNamed(string name, int agents, string message) =>
        Assert.Equal(message, Assert.Throws<ScenarioException>(() => ScenarioCatalog.Find(name).Create(new ScenarioRequest(Agents: agents))).Message);

    [Fact]
    public void Create_EveryScenario_WithAsManyAgentsAsItTakes_Starts() => Assert.All(
        ScenarioCatalog.Entries.Where(entry => entry.Name.StartsWith("swarm/", StringComparison.Ordinal)), entry =>
        {
            using var environment = entry.Create(new ScenarioRequest(Agents: 64));
            environment.Reset(1, new float[environment.Shape.ObservationLength]);
            Assert.Equal(64, environment.Shape.Agents);
        });

    [Fact]
    public void Create_StartsThatDoNotFit_IsOneClearError() => Assert.StartsWith(
        "robots: 80 do not fit 0.45 m apart into 4.4 m x 4.4 m; ", Refused(new GatherOptions(80)), StringComparison.Ordinal);

    [Fact]
    public void Create_ANumberThatMakesNoSense_IsNamed()
    {
        Assert.StartsWith("Width: 9 m is not a door", Refused(new DoorwayOptions(Width: 9d)), StringComparison.Ordinal);
        Assert.StartsWith("Width: NaN m is not a door", Refused(new DoorwayOptions(Width: double.NaN)), StringComparison.Ordinal);
        Assert.StartsWith("Side: -1 m", Refused(new BoxPushingOptions(Side: -1d)), StringComparison.Ordinal);
        Assert.StartsWith("PreySpeed: NaN m/s", Refused(new PursuitOptions(PreySpeed: double.NaN)), StringComparison.Ordinal);
        Assert.StartsWith("FailureRate: -1", Refused(new CoverageOptions(FailureRate: -1d)), StringComparison.Ordinal);
        Assert.StartsWith("Late: 6", Refused(new CoverageOptions(Late: 6)), StringComparison.Ordinal);
        Assert.StartsWith("Shelves: 0", Refused(new WarehouseOptions(Shelves: 0)), StringComparison.Ordinal);
        Assert.StartsWith("Carts: 3", Refused(new IntersectionOptions(Carts: 3)), StringComparison.Ordinal);
        Assert.StartsWith("Sites: 0", Refused(new RendezvousOptions(Sites: 0)), StringComparison.Ordinal);
        Assert.StartsWith("Obstacles: -1", Refused(new FlockingOptions(Obstacles: -1)), StringComparison.Ordinal);
        Assert.StartsWith("Points: 90 do not fit", Refused(new CoverageOptions(Points: 90)), StringComparison.Ordinal);
        Assert.StartsWith("robots: there must be one", Refused(new CrossingOptions(0)), StringComparison.Ordinal);
        var noise = new CrossingOptions { Randomisation = new() { LidarNoise = new Interval(0.2, 0.1, 0.1) } };
        Assert.Contains("LidarNoise is reversed", Assert.Throws<ArgumentException>(noise.Create<Lanes128<float>>).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CrossingOptions(Rays: -1).Create<Lanes128<float>>());
    }

    [Fact]
    public void World_ANumberThatMakesNoSense_IsNamed()
    {
        Assert.Contains("arena", Refuse(new SwarmWorld(SwarmRobot.Some(1), -1d, 1d)), StringComparison.Ordinal);
        Assert.Contains("Radius: NaN", Refuse(new SwarmWorld([new SwarmRobot { Radius = double.NaN }], 1d, 1d)), StringComparison.Ordinal);
        Assert.Contains("TimeConstant: 0", Refuse(new SwarmWorld([new SwarmRobot { TimeConstant = 0d }], 1d, 1d)), StringComparison.Ordinal);
        Assert.Contains("MaxSteps", Refuse(new SwarmWorld(SwarmRobot.Some(1), 1d, 1d) { MaxSteps = 0 }), StringComparison.Ordinal);

        static string Refuse(SwarmWorld world) => Assert.Throws<ScenarioException>(world.Checked).Message;
    }

    [Fact]
    public void Crossing_TheSpiritOfTheSuite_IsInItsNumbers()
    {
        using var pilot = new Pilot(new CrossingOptions());

        // Believed state, four slots of neighbours of whom three are there, 32 rays, the goal.
        var seen = pilot.Seen(0, 0);
        Assert.Equal(4 + 20 + 32 + 2, seen.Length);
        Assert.Equal([1f, 1f, 1f, 0f], new[] { seen[4], seen[9], seen[14], seen[19] });
        Assert.All(seen[24..56], ray => Assert.InRange(ray, 0f, 1f));
        Assert.InRange(Math.Sqrt((seen[56] * seen[56]) + (seen[57] * seen[57])), 2.59, 2.61);
    }

    [Fact]
    public void Crossing_FloorsDiffer_UnlessNominal()
    {
        Assert.True(Spread(new CrossingOptions()) > 0.02);
        Assert.InRange(Spread(new CrossingOptions { Randomisation = RandomisationSpec.Nominal }), 0d, 0.005);

        // How far apart worlds are in what is left to the goal, after all have gone straight for it for half a second.
        static double Spread(CrossingOptions options)
        {
            using var pilot = new Pilot(options);
            pilot.Fly((_, _, seen) => Scripts.Towards(seen[^2], seen[^1]), 5);
            var left = Enumerable.Range(0, Pilot.Worlds).Select(world => pilot.Seen(world, 0)).Select(seen => Math.Sqrt((seen[^2] * seen[^2]) + (seen[^1] * seen[^1]))).ToList();
            return left.Max() - left.Min();
        }
    }

    [Fact]
    public void Coverage_RobotsFail_StayWhereTheyAre_AndAreNotSeen()
    {
        using var pilot = new Pilot(new CoverageOptions(Robots: 3, Late: 0, FailureRate: 0.3));
        pilot.Fly((_, _, _) => (0.1, 0d), 15);
        var world = Enumerable.Range(0, Pilot.Worlds).First(candidate => Works(candidate).Sum() is > 0f and < 3f);
        var works = Works(world);
        var before = Places();

        pilot.Fly((_, _, _) => (0.1, 0d), 3);

        for (var agent = 0; agent < 3; agent++)
        {
            var moved = Math.Abs(Places()[agent] - before[agent]);
            Assert.True(works[agent] > 0f ? moved > 0.01 : moved < 0.01, $"robot {agent} works: {works[agent]}, moved {moved} m");
            Assert.True(pilot.Seen(world, agent).Where((_, number) => number is 4 or 9).Sum() <= works.Sum() + 1e-3);
        }

        float[] Works(int candidate) => [.. Enumerable.Range(0, 3).Select(agent => pilot.Seen(candidate, agent)[^9])];

        double[] Places()
        {
            var scene = new Scene();
            pilot.Environment.Draw(world, scene);
            return [.. scene.Shapes.Where(shape => shape.Role == Role.Robot).Select(shape => shape.X)];
        }
    }

    [Fact]
    public void Coverage_LateRobotsJoin_AndAllFailingEndsTheEpisode()
    {
        using var late = new Pilot(new CoverageOptions(Robots: 3, Late: 2, FailureRate: 0d));
        Assert.Equal([1f, 2f, 3f], Working().Distinct().Order());
        late.Fly(Scripts.Idle, 110);
        Assert.All(Working(), working => Assert.Equal(3f, working));

        using var doomed = new Pilot(new CoverageOptions(Robots: 3, Late: 0, FailureRate: 5d)).Fly(Scripts.Idle, 60);
        Assert.True(doomed.Finished > 10);
        Assert.Equal(0, doomed.CutOff);

        List<float> Working() => [.. Enumerable.Range(0, Pilot.Worlds).Select(world => Enumerable.Range(0, 3).Sum(agent => late.Seen(world, agent)[^9]))];
    }

    [Fact]
    public void Intersection_TheCart_GoesToAndFro_AndGivesWayToNobody()
    {
        using var pilot = new Pilot(new IntersectionOptions());
        var places = Enumerable.Range(0, 200).Select(_ =>
        {
            pilot.Fly((_, _, seen) => Scripts.Towards(seen[^2], seen[^1]), 1);
            var scene = new Scene();
            pilot.Environment.Draw(0, scene);
            return scene.Shapes.Single(shape => shape.Role == Role.Other).X;
        }).ToList();

        Assert.InRange(places.Min(), -0.75, -0.4);
        Assert.InRange(places.Max(), 0.4, 0.75);
    }

    private static string Refused(IBodyScenarioFactory options) => Assert.Throws<ScenarioException>(options.Create<Lanes128<float>>).Message;

    private static List<float> Run(IBodyScenarioFactory options, int width)
    {
        const int Worlds = 3;
        using var environment = BodyEnvironments.Create(options, Worlds, width: width);
        var shape = environment.Shape;
        var (actions, observations, rewards) = (new float[shape.ActionLength], new float[shape.ObservationLength], new float[shape.RewardLength]);
        var seen = new List<float>();
        environment.Reset(3, observations);
        for (var step = 0; step < 60; step++)
        {
            for (var world = 0; world < Worlds; world++)
            {
                for (var agent = 0; agent < shape.Agents; agent++)
                {
                    actions[shape.ActionIndex(world, agent, 0)] = MathF.Sin((step * 0.3f) + agent + world);
                    actions[shape.ActionIndex(world, agent, 1)] = MathF.Cos((step * 0.2f) + (2 * agent) - world);
                }
            }

            environment.Step(actions, observations, rewards, new EpisodeEnd[Worlds]);
            for (var agent = 0; agent < shape.Agents; agent++)
            {
                seen.Add(rewards[shape.RewardIndex(2, agent)]);
                seen.AddRange(Enumerable.Range(0, shape.ObservationSize(agent)).Select(number => observations[shape.ObservationIndex(2, agent, number)]));
            }
        }

        return seen;
    }
}
