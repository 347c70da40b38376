using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Perception;

/// <summary>
/// Everything one robot's sensors say at one control step (50 Hz). A buffer: made once, filled by the driver, read by the agent
/// during the call that it is passed to, never kept.
/// </summary>
public sealed class SensorFrame
{
    /// <summary>The largest number of lidar rays that a frame holds.</summary>
    public const int MaxRays = 128;

    /// <summary>The largest number of neighbours that a frame holds. The agent attends to the most urgent of them.</summary>
    public const int MaxNeighbours = 32;

    /// <summary>When the measurements were taken.</summary>
    public Stamp Stamp { get; set; }

    /// <summary>The robot's own state.</summary>
    public EgoState Ego { get; set; }

    /// <summary>How many entries of <see cref="Ranges"/> are valid; 0 when the robot has no lidar.</summary>
    public int RayCount { get; set; }

    /// <summary>
    /// Lidar ranges, metres: ray i points at heading + 2 pi i / <see cref="RayCount"/>. Nothing in range reads as
    /// <see cref="MaxRange"/>.
    /// </summary>
    public float[] Ranges { get; } = new float[MaxRays];

    /// <summary>The lidar's largest range, metres.</summary>
    public float MaxRange { get; set; }

    /// <summary>How many entries of <see cref="Neighbours"/> are valid.</summary>
    public int NeighbourCount { get; set; }

    /// <summary>The neighbours seen, in no particular order.</summary>
    public SensedNeighbour[] Neighbours { get; } = new SensedNeighbour[MaxNeighbours];

    /// <summary>Overwrites this frame with <paramref name="other"/>; counts beyond the arrays are cut to what these hold.</summary>
    public void CopyFrom(SensorFrame other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Stamp = other.Stamp;
        Ego = other.Ego;
        MaxRange = other.MaxRange;
        RayCount = Math.Clamp(other.RayCount, 0, MaxRays);
        other.Ranges.AsSpan(0, RayCount).CopyTo(Ranges);
        NeighbourCount = Math.Clamp(other.NeighbourCount, 0, MaxNeighbours);
        other.Neighbours.AsSpan(0, NeighbourCount).CopyTo(Neighbours);
    }
}
