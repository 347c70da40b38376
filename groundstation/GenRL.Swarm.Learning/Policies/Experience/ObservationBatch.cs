using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>
/// What the policy sees of many robots at once, row by row, as <see cref="ObservationWriter"/> writes it. Absent slots are zero with
/// mask 0. A buffer: the owner overwrites it at every tick.
/// </summary>
public sealed class ObservationBatch
{
    /// <summary>A batch of <paramref name="count"/> robots with <paramref name="slots"/> neighbour slots each.</summary>
    public ObservationBatch(int count, int slots)
    {
        (Count, Slots) = (count, slots);
        Ego = new float[count * ObservationShape.Ego];
        Lidar = new float[count * PlanShape.LidarSectors];
        Neighbours = new float[count * slots * ObservationShape.Neighbour];
        Mask = new float[count * slots];
    }

    /// <summary>Robots, B.</summary>
    public int Count { get; }

    /// <summary>Neighbour slots, S.</summary>
    public int Slots { get; }

    /// <summary>Ego blocks, [B,16].</summary>
    public float[] Ego { get; }

    /// <summary>Lidar blocks, [B,32].</summary>
    public float[] Lidar { get; }

    /// <summary>Neighbour blocks, [B,S,16].</summary>
    public float[] Neighbours { get; }

    /// <summary>1 where a neighbour is present, [B,S].</summary>
    public float[] Mask { get; }
}
