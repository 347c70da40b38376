using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Scenarios.Swarm;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Swarm;

/// <summary>A simple script does each task, or does it far better than standing still: tasks can be done, and rewards say so.</summary>
public sealed class BaselineTests
{
    [Theory]
    [InlineData(SwarmDrive.Holonomic)]
    [InlineData(SwarmDrive.Differential)]
    public void Crossing_PassingOnTheRight(SwarmDrive drive) =>
        Solves(new CrossingOptions(Drive: drive), (_, _, seen) => Scripts.Past(seen, seen[^2], seen[^1]), 600, 0.75);

    [Fact]
    public void Doorway_OneAfterTheOther() => Solves(new DoorwayOptions(), Doorway, 900, 0.7);

    [Fact]
    public void Rendezvous_AllAtTheFirstSite() =>
        Solves(new RendezvousOptions(), (_, _, seen) => Scripts.Past(seen, seen[^9], seen[^8], clear: 0.4), 600, 0.9);

    [Fact]
    public void BoxPushing_FromBehind()
    {
        using var pilot = Better(new BoxPushingOptions(), Push, 800);

        Assert.True(pilot.Finished >= 5, $"{pilot.Finished} done, {pilot.CutOff} not");
    }

    [Fact]
    public void Formation_EachToItsCorner() => Better(new FormationOptions(), (_, _, seen) => Scripts.Past(seen, seen[^4] + (0.4 * seen[^2]), seen[^3] + (0.4 * seen[^1]), clear: 0.35), 400).Dispose();

    [Fact]
    public void Coverage_EachToAPoint() => Better(
        new CoverageOptions(), (agent, _, seen) => Scripts.Past(seen, seen[^(8 - (2 * (agent % 4)))], seen[^(7 - (2 * (agent % 4)))], clear: 0.45), 800).Dispose();

    [Fact]
    public void Flocking_RoundAndRound() => Better(
        new FlockingOptions(), (_, step, seen) => Scripts.Past(seen, 1.2 * Math.Cos(step * 0.07), 1.2 * Math.Sin(step * 0.07), 5, 0.5), 400).Dispose();

    [Fact]
    public void Pursuit_StraightAtThePrey()
    {
        using var pilot = Better(new PursuitOptions(), (_, _, seen) => Scripts.Towards(seen[^4] + (0.3 * seen[^2]), seen[^3] + (0.3 * seen[^1])), 600);

        Assert.True(pilot.Finished >= 5, $"{pilot.Finished} caught, {pilot.CutOff} not");
    }

    [Fact]
    public void Warehouse_AlongTheAisles() => Better(new WarehouseOptions(2), Fetch, 500).Dispose();

    [Fact]
    public void Intersection_OneAfterTheOther() => Solves(
        new IntersectionOptions(Carts: 0), (agent, step, seen) => step < 50 * agent ? (0d, 0d) : Scripts.Towards(seen[^2], seen[^1]), 900, 0.9);

    [Fact]
    public void Gather_StraightToTheMat() => Solves(new GatherOptions(), (_, _, seen) => Scripts.Past(seen, seen[^2], seen[^1], clear: 0.5), 600, 0.9);

    private static void Solves(IBodyScenarioFactory options, Pilot.Script script, int steps, double share)
    {
        using var pilot = Better(options, script, steps);

        Assert.True(pilot.Finished > 0 && pilot.Success >= share, $"{pilot.Finished} done, {pilot.CutOff} not, {pilot.MeanReward} a step");
    }

    private static Pilot Better(IBodyScenarioFactory options, Pilot.Script script, int steps)
    {
        using var idle = new Pilot(options).Fly(Scripts.Idle, steps);
        var pilot = new Pilot(options).Fly(script, steps);

        Assert.True(pilot.MeanReward > idle.MeanReward, $"{pilot.MeanReward} a step, idle {idle.MeanReward}; {pilot.Finished} done, {pilot.CutOff} not");
        return pilot;
    }

    /// <summary>Through the door by way of a point before and a point behind it, while the others wait.</summary>
    private static (double X, double Y) Doorway(int agent, int step, ReadOnlySpan<float> seen)
    {
        var (goalX, goalY, doorX, doorY) = (seen[^5], seen[^4], seen[^3], seen[^2]);
        var passed = (goalX - doorX) * -doorX > 0f;
        if (step < 70 * agent)
        {
            return (0d, 0d);
        }

        if (passed)
        {
            return Scripts.Past(seen, goalX, goalY, clear: 0.5);
        }

        var before = doorX + (Math.Sign(-doorX) * 0.35);
        var waits = Math.Abs(doorY) > 0.08 && Math.Abs(doorX) > 0.15;
        return waits ? Scripts.Past(seen, before, doorY, clear: 0.5) : Scripts.Towards(doorX - (Math.Sign(-doorX) * 0.5), doorY);
    }

    /// <summary>Round the box to its far side, and then to the target.</summary>
    private static (double X, double Y) Push(int agent, int step, ReadOnlySpan<float> seen)
    {
        var (boxX, boxY, wayX, wayY) = (seen[^10], seen[^9], seen[^4], seen[^3]);
        var length = Math.Sqrt((wayX * wayX) + (wayY * wayY)) + 1e-9;
        var (x, y) = (wayX / length, wayY / length);
        var (behind, beside) = ((boxX * x) + (boxY * y), (boxY * x) - (boxX * y));

        // Lanes by who is where: the leftmost takes the left one.
        var lane = 0.27;
        foreach (var slot in (ReadOnlySpan<int>)[4, 9])
        {
            lane -= (seen[slot + 2] * x) - (seen[slot + 1] * y) > 0d ? 0.27 : 0d;
        }

        var off = beside + lane;
        if (behind > 0.15 && Math.Abs(off) < 0.2)
        {
            return Scripts.Towards(x - (y * 1.5 * off), y + (x * 1.5 * off));
        }

        // Not behind it yet: out to the side first, then back, then in.
        var side = beside > 0d ? 0.9 : -0.9;
        var (ahead, across) = behind >= 0.45 ? (behind - 0.7, off)
            : Math.Abs(beside) < 0.5 ? (-0.2, beside - side)
            : (behind - 0.75, 0d);
        return Scripts.Past(seen, (x * ahead) - (y * across), (y * ahead) + (x * across), clear: 0.27);
    }

    /// <summary>Across in the lower hall, up and down in the aisle of the place.</summary>
    private static (double X, double Y) Fetch(int agent, int step, ReadOnlySpan<float> seen)
    {
        const double Hall = -1.45;
        var (y, placeX, placeY) = (seen[1], seen[^4], seen[^3]);
        if (Math.Abs(placeX) < 0.15)
        {
            return Scripts.Past(seen, placeX, placeY, clear: 0.5);
        }

        return y > Hall + 0.15 ? Scripts.Towards(0d, Hall - y) : Scripts.Past(seen, placeX, Hall - y, clear: 0.5);
    }
}
