using System.Numerics;

namespace GenRL.Swarm.Contracts.Planning;

/// <summary>What a robot is asked to do: be at a place. Given by mission control, never guessed.</summary>
/// <param name="Mission">Number of the mission, for logs and statistics.</param>
/// <param name="Goal">The place, metres, world frame.</param>
/// <param name="Active">False when the robot has no goal and should hold still.</param>
public readonly record struct GoalAssignment(int Mission, Vector2 Goal, bool Active);
