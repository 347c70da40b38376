using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Sim.Batch;
using GenRL.Swarm.Sim.Refereeing;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Tests.Batch;

public sealed class BatchedWorldsTests
{
    private static readonly string[] AllScenarios = ["crossing", "random-goals", "doorway"];

    public static TheoryData<ActuatorModel, float> FloorsOfInterest => new()
    {
        { ActuatorModel.Nominal, 0f },
        { ActuatorModel.Nominal with { Delay = 0.2f }, 0f },
        { ActuatorModel.Rotated(0.6f, 1f, 0.61f, 0.14f, new Vector2(0.05f, -0.02f)), 0f },
        { ActuatorModel.Nominal, 1f },
    };

    [Theory]
    [MemberData(nameof(FloorsOfInterest))]
    public void Step_AgainstSingleWorlds_IsEqualBitForBit(ActuatorModel floor, float randomisation)
    {
        const int Worlds = 6;
        const int Robots = 4;
        var batch = (BatchedWorlds)new SimWorlds().Create(Worlds, Robots, floor, AllScenarios, randomisation);
        batch.Reset(11);
        var (singles, referees) = SinglesOf(batch, 11);
        var random = new RandomStream(5, 0, 0);
        var frame = new SensorFrame();

        for (var tick = 0; tick < 60; tick++)
        {
            var commands = Commands.Random(random, Worlds * Robots);
            batch.Step(commands);
            for (var w = 0; w < Worlds; w++)
            {
                var own = commands.AsSpan(w * Robots, Robots);
                for (var step = 0; step < PlanShape.StepsPerTick; step++)
                {
                    singles[w].Step(own);
                    referees[w].Judge();
                }

                for (var r = 0; r < Robots; r++)
                {
                    var i = (w * Robots) + r;
                    Assert.Equal(Bits(singles[w].Truth(r).Position), Bits(batch.Positions[i]));
                    Assert.Equal(Bits(singles[w].Truth(r).Velocity), Bits(batch.Velocities[i]));
                    Assert.Equal(referees[w].HasCollided(r), batch.Collided[i]);
                }
            }
        }

        Assert.Contains(true, batch.Collided.ToArray());
        Assert.Contains(false, batch.Collided.ToArray());
        singles[1].Sense(2, frame);
        Assert.Equal(singles[1].Truth(2).Position, batch.Positions[Robots + 2]);
    }

    [Fact]
    public void Ranges_AreWhatANoiselessLidarReadsOfTheWalls()
    {
        const int Worlds = 3;
        var batch = (BatchedWorlds)new SimWorlds().Create(Worlds, 1, ActuatorModel.Nominal, AllScenarios, 0f);
        batch.Reset(3);
        var (singles, _) = SinglesOf(batch, 3);
        var frame = new SensorFrame();

        for (var w = 0; w < Worlds; w++)
        {
            singles[w].Sense(0, frame);

            Assert.Equal(frame.Ranges[..32], batch.Ranges.Slice(w * 32, 32).ToArray());
            Assert.Contains(frame.Ranges[..32], range => range < batch.MaxRange);
        }
    }

    [Fact]
    public void AWorld_DoesNotDependOnTheOthers()
    {
        var small = Flown(worlds: 3, seed: 9, ticks: 20);
        var large = Flown(worlds: 30, seed: 9, ticks: 20);

        Assert.Equal(small, large[..small.Length]);
    }

    [Fact]
    public void Reset_WithTheSameSeed_RepeatsEverything_AndWithAnotherDoesNot()
    {
        Assert.Equal(Flown(6, 1, 10), Flown(6, 1, 10));
        Assert.NotEqual(Flown(6, 1, 10), Flown(6, 2, 10));
    }

    [Fact]
    public void Reset_AfterFlying_StartsAnew()
    {
        var worlds = new SimWorlds().Create(4, 4, ActuatorModel.Nominal with { Delay = 0.1f }, AllScenarios, 1f);
        worlds.Reset(4);
        var first = Fly(worlds, 4, 10);

        worlds.Reset(4);

        Assert.Equal(first, Fly(worlds, 4, 10));
    }

    [Fact]
    public void Step_AllocatesNothing()
    {
        var worlds = new SimWorlds().Create(8, 4, ActuatorModel.Nominal, AllScenarios, 1f);
        var commands = Commands.Random(new RandomStream(1, 0, 0), 32);
        worlds.Step(commands);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            worlds.Step(commands);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Create_BadArguments_NamesTheReason()
    {
        var factory = new SimWorlds();
        var nominal = ActuatorModel.Nominal;

        Assert.Throws<ArgumentOutOfRangeException>(() => factory.Create(0, 4, nominal, AllScenarios, 0f));
        Assert.Throws<ArgumentOutOfRangeException>(() => factory.Create(1, 0, nominal, AllScenarios, 0f));
        Assert.Throws<ArgumentOutOfRangeException>(() => factory.Create(1, 4, nominal, AllScenarios, float.NaN));
        Assert.Contains("'maze'", Assert.Throws<ArgumentException>(() => factory.Create(1, 4, nominal, ["maze"], 0f)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => factory.Create(1, 4, nominal, [], 0f));
        Assert.Throws<ArgumentException>(() => factory.Create(1, 4, nominal with { Delay = 9f }, AllScenarios, 0f));
        Assert.Throws<ArgumentException>(() => factory.Create(1, 4, nominal with { TimeConstant = 0f }, AllScenarios, 0f));
        Assert.Throws<ArgumentException>(() => factory.Create(1, 4, nominal with { GainXY = float.NaN }, AllScenarios, 0f));
    }

    private static (World[] Worlds, Referee[] Referees) SinglesOf(BatchedWorlds batch, ulong seed)
    {
        var noiseless = new SensorSuite { LidarNoise = 0f };
        var worlds = new World[batch.Worlds];
        var referees = new Referee[batch.Worlds];
        var places = new Vector2[batch.Robots];
        for (var w = 0; w < batch.Worlds; w++)
        {
            var scenario = ScenarioList.Find(AllScenarios[w % AllScenarios.Length]);
            worlds[w] = new World(scenario.Describe(batch.Robots), batch.FloorOf(w), noiseless, [.. Enumerable.Repeat(BatchedWorlds.Body, batch.Robots)]);
            scenario.Places(BatchedWorlds.WorldSeed(seed, w), 0, places);
            worlds[w].Reset(0, places);
            scenario.Places(BatchedWorlds.WorldSeed(seed, w), 1, places);
            Assert.Equal(places, batch.Goals.Slice(w * batch.Robots, batch.Robots).ToArray());
            referees[w] = new Referee(worlds[w]);
            referees[w].Start(0, places);
        }

        return (worlds, referees);
    }

    private static byte[] Flown(int worlds, ulong seed, int ticks)
    {
        var batch = new SimWorlds().Create(worlds, 4, ActuatorModel.Nominal, AllScenarios, 1f);
        batch.Reset(seed);
        return Fly(batch, worlds, ticks);
    }

    private static byte[] Fly(IBatchedWorlds batch, int worlds, int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            Vector2[] commands = [.. Enumerable.Range(0, worlds).SelectMany(w => Commands.Random(new RandomStream((ulong)w, tick, 0), 4))];
            batch.Step(commands);
        }

        return MemoryMarshal.AsBytes(batch.Positions).ToArray();
    }

    private static (int X, int Y) Bits(Vector2 v) => (BitConverter.SingleToInt32Bits(v.X), BitConverter.SingleToInt32Bits(v.Y));
}
