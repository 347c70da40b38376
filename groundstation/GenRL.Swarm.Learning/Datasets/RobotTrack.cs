using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Learning.Datasets;

/// <summary>
/// What one robot lived through, tick by tick, flown or simulated: the raw material of world models, of policies and of identification.
/// Arrays over time, world frame, metres and metres per second; those of neighbour slots hold slot s, tick t at s * <see cref="Ticks"/>
/// + t. The arrays are the owner's to fill.
/// </summary>
public sealed class RobotTrack
{
    /// <summary>An empty track of <paramref name="ticks"/> plan ticks with <paramref name="slots"/> neighbour slots.</summary>
    public RobotTrack(int ticks, int slots)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ticks);
        ArgumentOutOfRangeException.ThrowIfNegative(slots);
        (Ticks, Slots) = (ticks, slots);
        Positions = new Vector2[ticks];
        Velocities = new Vector2[ticks];
        Commands = new Vector2[ticks];
        Goals = new Vector2[ticks];
        Plans = new Vector2[ticks * PlanShape.Horizon];
        Ranges = new float[ticks * PlanShape.LidarSectors];
        Present = new bool[slots * ticks];
        NeighbourPositions = new Vector2[slots * ticks];
        NeighbourVelocities = new Vector2[slots * ticks];
        NeighbourGoals = new Vector2[slots * ticks];
        Waypoints = new Vector2[slots * ticks * 3];
        HasMessage = new bool[slots * ticks];
        NeighbourIds = new RobotId[slots * ticks];
        Stamps = new Stamp[ticks];
    }

    /// <summary>Whose track it is.</summary>
    public RobotId Robot { get; init; }

    /// <summary>The run that it belongs to: its seed. Times of different runs do not compare.</summary>
    public ulong Run { get; init; }

    /// <summary>When each tick was, [T].</summary>
    public Stamp[] Stamps { get; }

    /// <summary>Plan ticks (0.1 s), T.</summary>
    public int Ticks { get; }

    /// <summary>Neighbour slots, S. A slot stays with one neighbour as long as that one is attended to.</summary>
    public int Slots { get; }

    /// <summary>Measured position of the control point, [T].</summary>
    public Vector2[] Positions { get; }

    /// <summary>Measured velocity, [T].</summary>
    public Vector2[] Velocities { get; }

    /// <summary>Command executed from tick t to t + 1, [T].</summary>
    public Vector2[] Commands { get; }

    /// <summary>Goal, [T].</summary>
    public Vector2[] Goals { get; }

    /// <summary>Whole plan that was made at each tick, [T,H].</summary>
    public Vector2[] Plans { get; }

    /// <summary>Lidar ranges per sector, [T,32], metres; what is beyond the sensor's reach reads as that reach.</summary>
    public float[] Ranges { get; }

    /// <summary>The lidar's largest range, metres.</summary>
    public float MaxRange { get; set; }

    /// <summary>The robot's radius, metres; neighbours are taken to be alike.</summary>
    public float Radius { get; set; } = 0.12f;

    /// <summary>Whether the slot is in use, [S,T].</summary>
    public bool[] Present { get; }

    /// <summary>Which robot is in the slot, [S,T].</summary>
    public RobotId[] NeighbourIds { get; }

    /// <summary>Position, [S,T].</summary>
    public Vector2[] NeighbourPositions { get; }

    /// <summary>Velocity, [S,T].</summary>
    public Vector2[] NeighbourVelocities { get; }

    /// <summary>Where its message says that it is going, [S,T]; its position without one.</summary>
    public Vector2[] NeighbourGoals { get; }

    /// <summary>Where it is expected 0.5, 1.0 and 1.5 s later, [S,T,3]; constant velocity without a message.</summary>
    public Vector2[] Waypoints { get; }

    /// <summary>Whether way-points and goal come from a message, [S,T].</summary>
    public bool[] HasMessage { get; }
}
