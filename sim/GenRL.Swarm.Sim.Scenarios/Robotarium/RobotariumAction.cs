namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>What an agent's two numbers, each in [-1, 1], mean.</summary>
public enum RobotariumAction
{
    /// <summary>Speed and turn, in units of the greatest ones.</summary>
    Velocity,

    /// <summary>A point of the arena, in units of its half sides, that the position controller drives to.</summary>
    Waypoint,
}
