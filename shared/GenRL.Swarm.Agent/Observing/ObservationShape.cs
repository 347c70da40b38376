namespace GenRL.Swarm.Agent.Observing;

/// <summary>
/// Sizes of the observation's blocks. The frame is centred on the robot's control point with axes parallel to the world's: the models'
/// memory runs across ticks, and would be turned over with every turn of a robot's body.
/// </summary>
public static class ObservationShape
{
    /// <summary>Numbers in the ego block: velocity 2, goal 2, last command 2, goal direction 2, goal distance, radius, own told path 6.</summary>
    public const int Ego = 16;

    /// <summary>Numbers per neighbour: relative position 2, relative velocity 2, intended positions 6, intended goal 2, has message, age, radius, confidence.</summary>
    public const int Neighbour = 16;

    /// <summary>Distance beyond which goals are shown at this distance in their direction, metres.</summary>
    public const float GoalRange = 3f;

    /// <summary>Instants at which intended positions are sampled, seconds from now.</summary>
    public static ReadOnlySpan<float> WaypointTimes => [0.5f, 1.0f, 1.5f];
}
