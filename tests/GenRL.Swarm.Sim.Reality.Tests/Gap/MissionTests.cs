using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Reality.Gap;

namespace GenRL.Swarm.Sim.Reality.Tests.Gap;

public sealed class MissionTests
{
    [Fact]
    public void Of_AStraightWalkToTheGoal_HasRatioOne()
    {
        var mission = Assert.Single(MissionFigures.Of(Walk(steps: 200, i => new Vector2(0.01f * i, 0f), new FlightGoal(0, 4, new Vector2(1.5f, 0f)))));

        Assert.Equal((4, true), (mission.Mission, mission.Arrived));
        Assert.Equal(139 * 0.02, mission.Seconds, 0.03);
        Assert.Equal((1.5 - 0.12) / 1.5, mission.PathRatio!.Value, 0.01);
        Assert.Equal(0.5, mission.InterventionRate, 0.01);
    }

    [Fact]
    public void Of_AWayRound_IsLonger_AndNoiseAddsLittle()
    {
        var noise = new Agent.RandomStream(1, 0, 1);
        var mission = Assert.Single(MissionFigures.Of(Walk(
            400, i => new Vector2(0.005f * Math.Min(i, 200), 0.005f * Math.Max(0, i - 200)) + (new Vector2(noise.NextGaussian(), noise.NextGaussian()) * 0.004f),
            new FlightGoal(0, 1, new Vector2(1f, 1f)))));

        Assert.Equal((2 - 0.12) / Math.Sqrt(2), mission.PathRatio!.Value, 0.03);
    }

    [Fact]
    public void Of_TwoMissionsAndNone_AreToldApart()
    {
        var missions = MissionFigures.Of(Walk(
            200, i => new Vector2(0.01f * i, 0f), new FlightGoal(0, 0, new Vector2(0.5f, 0f)), new FlightGoal(50, 0, new Vector2(0.5f, 0f)),
            new FlightGoal(80, 1, new Vector2(9f, 0f)), new FlightGoal(120, null, default)));

        Assert.Equal([(0, true), (1, false)], missions.Select(mission => (mission.Mission, mission.Arrived)));
        Assert.Equal(40 * 0.02, missions[1].Seconds, 1e-9);
    }

    [Fact]
    public void Fly_OnTheFloorOfTheLog_HasTheSameFigures_AndOnABadOneDoesNot()
    {
        var logged = Logged(Floor.Nominal);

        var same = MissionSummary.Of(SimulatedMissions.Fly(logged, Floor.Nominal, Brains(), 5))!;
        var bad = MissionSummary.Of(SimulatedMissions.Fly(logged, Floor.Nominal with { Drive = new DriveModel { DeadZone = 0.4f } }, Brains(), 5))!;
        var log = MissionSummary.Of([.. logged.SelectMany(MissionFigures.Of)])!;

        Assert.Equal((2, 1d), (log.Missions, log.Success));
        Assert.Equal((2, 1d), (same.Missions, same.Success));
        Assert.Equal(log.PathRatio!.Value, same.PathRatio!.Value, 0.02);
        Assert.Equal(0d, bad.Success);
        Assert.Contains("success", GapTable.Text(log, bad), StringComparison.Ordinal);
    }

    /// <summary>Two robots on parallel ways, flown and recorded.</summary>
    private static List<Flight> Logged(Floor floor)
    {
        List<Flight> plans = [Empty(new Vector2(-1f, -1f), new Vector2(1f, -1f)), Empty(new Vector2(-1f, 1f), new Vector2(1f, 1f))];
        RecordingBrain[] recorders = [.. Brains().Select(brain => new RecordingBrain(brain, RobotBody.Holonomic))];
        SimulatedMissions.Fly(plans, floor, recorders, 9);
        return [.. recorders.Select(recorder => recorder.Flight)];

        static Flight Empty(Vector2 from, Vector2 to) => Walk(600, _ => from, new FlightGoal(0, 0, to));
    }

    private static Flight Walk(int steps, Func<int, Vector2> place, params FlightGoal[] goals) => new(
        "walk", RobotBody.Holonomic,
        [new FlightSegment(0, [.. Enumerable.Range(0, steps).Select(i => new FlightStep(new EgoState(place(i), default, 0f, 0f), new Vector2(0.5f, 0f), i % 2 == 0))])], goals);

    private static IRobotBrain[] Brains() => [new Straight(), new Straight()];

    /// <summary>Goes straight to its goal.</summary>
    private sealed class Straight : IRobotBrain
    {
        private Vector2 _goal;

        public long Interventions => 0;

        public void Begin(RobotId robot, ulong seed) => _goal = default;

        public void Assign(in GoalAssignment goal) => _goal = goal.Goal;

        public void Hear(ReadOnlySpan<byte> frame, Stamp heard)
        {
        }

        public Vector2 Step(SensorFrame sensors, Stamp now)
        {
            var way = _goal - sensors.Ego.Position;
            return way.Length() > 0.3f ? way * (0.3f / way.Length()) : way;
        }

        public int Tick(SensorFrame sensors, Stamp now, Span<byte> told) => 0;
    }
}
