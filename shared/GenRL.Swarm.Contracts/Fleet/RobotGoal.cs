namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>The goal that a robot is on its way to, as its status tells it.</summary>
/// <param name="Mission">The mission's number.</param>
/// <param name="XMetres">Goal, metres, world frame.</param>
/// <param name="YMetres">Goal, metres, world frame.</param>
public sealed record RobotGoal(int Mission, float XMetres, float YMetres);
