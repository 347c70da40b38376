namespace GenRL.Swarm.Sim.Orders;

/// <summary>What came of an order, JSON on the topic <c>world/result</c>: one per mission, one at the end of the run, one for a refused order.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Run">The run's name.</param>
/// <param name="Reason">Why the order was refused, or the run ended before its last mission; null otherwise.</param>
/// <param name="Mission">The mission, for <see cref="WorldResultKind.Mission"/>.</param>
/// <param name="Missions">Missions flown to their end so far in this run.</param>
/// <param name="Staged">Whether all robots reached their starting places before the run's first mission.</param>
/// <param name="Timing">How punctual the simulator was since it started.</param>
public sealed record WorldResult(
    WorldResultKind Kind, string Run, string? Reason, MissionResult? Mission, int Missions, bool Staged, TimingResult? Timing);

/// <summary>What a <see cref="WorldResult"/> is about.</summary>
public enum WorldResultKind
{
    /// <summary>A mission has ended.</summary>
    Mission,

    /// <summary>The run has ended.</summary>
    Run,

    /// <summary>An order was refused; what was being flown goes on.</summary>
    Refused,
}

/// <summary>The referee's verdict on one mission.</summary>
/// <param name="Number">The mission's number, as in the robots' goals and logs.</param>
/// <param name="Index">Its place in the run, from 0.</param>
/// <param name="Scenario">Its scenario.</param>
/// <param name="Success">All arrived, nobody collided.</param>
/// <param name="Arrived">All robots were at their goals at the same time.</param>
/// <param name="SecondsToGoal">When they first were, seconds; null when never.</param>
/// <param name="RobotCollisions">Robots that touched another robot.</param>
/// <param name="WallCollisions">Robots that touched a wall.</param>
/// <param name="SmallestDistanceM">Smallest distance between two centres, metres.</param>
/// <param name="PathLengthM">Mean length of the robots' paths, metres.</param>
/// <param name="StaleCommands">Control steps, of all robots, braked for want of a young command.</param>
public sealed record MissionResult(
    int Number, int Index, string Scenario, bool Success, bool Arrived, double? SecondsToGoal, int RobotCollisions, int WallCollisions,
    float? SmallestDistanceM, float PathLengthM, long StaleCommands);

/// <summary>How late a periodic thread woke up.</summary>
/// <param name="Steps">Periods since the start.</param>
/// <param name="Skipped">Periods given up because the thread was more than one late.</param>
/// <param name="P50Us">Median, microseconds.</param>
/// <param name="P99Us">99th percentile, microseconds.</param>
/// <param name="MaxUs">Largest, microseconds.</param>
public sealed record TimingResult(long Steps, long Skipped, double P50Us, double P99Us, double MaxUs);
