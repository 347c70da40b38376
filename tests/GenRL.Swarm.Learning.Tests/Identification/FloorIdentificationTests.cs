using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Identification;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Learning.Tests.Identification;

public sealed class FloorIdentificationTests
{
    public static TheoryData<string> Floors => new("nominal", "steel hall", "drifting");

    [Theory]
    [MemberData(nameof(Floors))]
    public void Fit_OneMinuteOfFourNoisyRobots_RecoversTheFloorWithinFivePercent(string name)
    {
        var floor = name switch
        {
            "nominal" => Floor.Nominal,
            "steel hall" => Floor.SteelHall,
            _ => new Floor(ActuatorModel.Rotated(0.35f, 0.9f, -0.2f, 0.06f, new Vector2(0.1f, -0.05f))),
        };

        var estimate = FloorIdentification.Fit(Flights.Of(floor, ticks: 600));

        var (planted, found) = (floor.Actuators, estimate.Model);
        Assert.InRange(found.TimeConstant, planted.TimeConstant * 0.95f, planted.TimeConstant * 1.05f);
        Assert.Equal(planted.GainXX, found.GainXX, 0.05f);
        Assert.Equal(planted.GainXY, found.GainXY, 0.05f);
        Assert.Equal(planted.GainYX, found.GainYX, 0.05f);
        Assert.Equal(planted.GainYY, found.GainYY, 0.05f);
        Assert.Equal(planted.Delay, found.Delay, 0.0201f);
        Assert.InRange(Vector2.Distance(planted.Bias, found.Bias), 0f, 0.01f);
        Assert.InRange(estimate.VelocityResidual, 0.004, 0.03);
        Assert.InRange(estimate.Transitions, 4 * 590, 4 * 600);
    }

    [Fact]
    public void Fit_RobotsThatStandStill_SaysThatThereIsTooLittleMotion()
    {
        var error = Assert.Throws<ArgumentException>(() => FloorIdentification.Fit([new RobotTrack(100, 0)]));

        Assert.Contains("too little motion", error.Message, StringComparison.Ordinal);
    }
}

/// <summary>Robots that fly random commands far apart, and what they measure.</summary>
internal static class Flights
{
    public static List<RobotTrack> Of(Floor floor, int ticks)
    {
        const int Robots = 4;
        var world = new World(
            WorldDescription.Open(200f), floor, new SensorSuite { LidarRays = 0, NeighbourRange = 0.1f }, [.. Enumerable.Repeat(RobotBody.Holonomic, Robots)]);
        world.Reset(3, [new(-50f, 0f), new(-25f, 0f), new(25f, 0f), new(50f, 0f)]);
        var random = new RandomStream(9, 0, 0);
        var tracks = Enumerable.Range(0, Robots).Select(_ => new RobotTrack(ticks, 0)).ToList();
        var commands = new Vector2[Robots];
        var frame = new SensorFrame();
        for (var t = 0; t < ticks; t++)
        {
            for (var i = 0; i < Robots; i++)
            {
                if (t % 4 == 0)
                {
                    commands[i] = new Vector2(random.NextSingle(-0.7f, 0.7f), random.NextSingle(-0.7f, 0.7f));
                }

                world.Sense(i, frame);
                (tracks[i].Positions[t], tracks[i].Velocities[t], tracks[i].Commands[t]) = (frame.Ego.Position, frame.Ego.Velocity, commands[i]);
                tracks[i].Stamps[t] = world.Now;
            }

            for (var step = 0; step < PlanShape.StepsPerTick; step++)
            {
                world.Step(commands);
            }
        }

        return tracks;
    }
}
