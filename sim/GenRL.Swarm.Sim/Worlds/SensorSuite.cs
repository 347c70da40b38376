namespace GenRL.Swarm.Sim.Worlds;

/// <summary>What a robot senses besides itself, and how well.</summary>
public sealed record SensorSuite
{
    /// <summary>All defaults.</summary>
    public static SensorSuite Default { get; } = new();

    /// <summary>Lidar rays, 0 (no lidar) to 128. Default 32.</summary>
    public int LidarRays { get; init; } = 32;

    /// <summary>The lidar's largest range, metres. Default 3.</summary>
    public float LidarRange { get; init; } = 3f;

    /// <summary>Standard deviation of a range, as a fraction of it. Default 0.01.</summary>
    public float LidarNoise { get; init; } = 0.01f;

    /// <summary>Probability that a ray sees nothing and reads as the largest range. Default 0.</summary>
    public float LidarDropOut { get; init; }

    /// <summary>Neighbours whose centre is within this distance are seen, metres. Default 4.</summary>
    public float NeighbourRange { get; init; } = 4f;

    /// <summary>Standard deviation of a neighbour's measured position, per axis, metres. Default 0.004.</summary>
    public float NeighbourPositionNoise { get; init; } = 0.004f;

    /// <summary>Standard deviation of a neighbour's measured velocity, per axis, metres per second. Default 0.008.</summary>
    public float NeighbourVelocityNoise { get; init; } = 0.008f;
}
