using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>One phase in figures.</summary>
/// <param name="Phase">A or C.</param>
/// <param name="Staged">Whether all robots were at their starting places before the first mission.</param>
/// <param name="Missions">The referee's verdicts.</param>
/// <param name="Robots">What the robots' logs say, by number.</param>
internal sealed record PhaseFigures(string Phase, bool Staged, IReadOnlyList<MissionResult> Missions, IReadOnlyList<RobotFigures> Robots)
{
    /// <summary>Missions in which everybody arrived and nobody touched anything.</summary>
    public int Successes => Missions.Count(m => m.Success);

    /// <summary>Robots that touched something, over all missions.</summary>
    public int Collisions => Missions.Sum(m => m.RobotCollisions + m.WallCollisions);

    /// <summary>Mean over the missions in which all arrived, seconds; null when there is none.</summary>
    public double? SecondsToGoal => Missions.Where(m => m.SecondsToGoal is not null).Select(m => m.SecondsToGoal!.Value).Cast<double?>().DefaultIfEmpty().Average();

    /// <summary>Smallest distance between two centres, metres.</summary>
    public float? SmallestDistanceM => Missions.Min(m => m.SmallestDistanceM);

    /// <summary>Control steps in which the shield changed the command, share of all.</summary>
    public double InterventionShare => Share(r => r.IntervenedSteps, r => r.Steps);

    /// <summary>Control steps that were missed, share of those due.</summary>
    public double MissedStepShare => Share(r => r.MissedSteps, r => r.Steps + r.MissedSteps);

    /// <summary>Plan ticks that took longer than their period, share of all.</summary>
    public double LateTickShare => Share(r => r.LateTicks, r => r.Ticks);

    /// <summary>Median length of a plan tick, milliseconds: the slowest robot's.</summary>
    public double TickP50Ms => Robots.Select(r => r.TickP50Ms).DefaultIfEmpty().Max();

    /// <summary>99th percentile of the same: the slowest robot's.</summary>
    public double TickP99Ms => Robots.Select(r => r.TickP99Ms).DefaultIfEmpty().Max();

    /// <summary>Length of an intention, bytes.</summary>
    public double BytesPerIntention => Share(r => r.BytesTold, r => r.FramesTold);

    /// <summary>Intentions that were not heard, share of all.</summary>
    public double LostShare => Share(r => r.FramesLost, r => r.FramesHeard + r.FramesLost);

    private double Share(Func<RobotFigures, long> part, Func<RobotFigures, long> whole)
    {
        var all = Robots.Sum(whole);
        return all == 0 ? 0d : (double)Robots.Sum(part) / all;
    }
}
