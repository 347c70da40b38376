namespace GenRL.Swarm.Sim.Refereeing;

/// <summary>How one mission went, judged at 50 Hz on true states.</summary>
/// <param name="Mission">The mission's number.</param>
/// <param name="Seconds">How long it was judged, seconds.</param>
/// <param name="Arrived">Whether all robots were at their goals at the same time.</param>
/// <param name="SecondsToGoal">When they first were, seconds since the mission's start; null when they never were.</param>
/// <param name="RobotCollisions">Robots that touched another robot in this mission.</param>
/// <param name="WallCollisions">Robots that touched a wall or a static disc in this mission.</param>
/// <param name="SmallestDistance">Smallest distance between two centres, metres; null for a single robot.</param>
/// <param name="PathLength">Length of the control points' paths, metres, mean over the robots.</param>
public sealed record MissionStatistics(
    int Mission, double Seconds, bool Arrived, double? SecondsToGoal, int RobotCollisions, int WallCollisions, float? SmallestDistance, float PathLength)
{
    /// <summary>Whether any robot touched anything.</summary>
    public bool Collided => RobotCollisions + WallCollisions > 0;

    /// <summary>Everybody arrived and nobody collided in the whole mission.</summary>
    public bool Success => Arrived && !Collided;
}
