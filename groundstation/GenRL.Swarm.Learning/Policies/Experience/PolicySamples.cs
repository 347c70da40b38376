using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>
/// What a policy learns from: observations, each with the plan that the expert would make there. Struct of arrays, as compact as the
/// tensors that they become. Not thread-safe.
/// </summary>
public sealed class PolicySamples
{
    private const uint Magic = 0x4C504D53; // "SMPL"
    private const int Chunk = PlanShape.Horizon * PlanShape.ActionSize;

    private readonly float[] _ego;
    private readonly float[] _lidar;
    private readonly float[] _neighbours;
    private readonly float[] _mask;
    private readonly float[] _chunks;

    /// <summary>Room for <paramref name="capacity"/> samples with <paramref name="slots"/> neighbour slots each.</summary>
    public PolicySamples(int capacity, int slots)
    {
        (Capacity, Slots) = (capacity, slots);
        _ego = new float[capacity * ObservationShape.Ego];
        _lidar = new float[capacity * PlanShape.LidarSectors];
        _neighbours = new float[capacity * slots * ObservationShape.Neighbour];
        _mask = new float[capacity * slots];
        _chunks = new float[capacity * Chunk];
    }

    /// <summary>Samples, n.</summary>
    public int Count { get; private set; }

    /// <summary>The largest number of samples.</summary>
    public int Capacity { get; }

    /// <summary>Neighbour slots, S.</summary>
    public int Slots { get; }

    /// <summary>Ego blocks, [n,16].</summary>
    public ReadOnlyMemory<float> Ego => _ego.AsMemory(0, Count * ObservationShape.Ego);

    /// <summary>Lidar blocks, [n,32].</summary>
    public ReadOnlyMemory<float> Lidar => _lidar.AsMemory(0, Count * PlanShape.LidarSectors);

    /// <summary>Neighbour blocks, [n,S,16].</summary>
    public ReadOnlyMemory<float> Neighbours => _neighbours.AsMemory(0, Count * Slots * ObservationShape.Neighbour);

    /// <summary>Masks, [n,S].</summary>
    public ReadOnlyMemory<float> Mask => _mask.AsMemory(0, Count * Slots);

    /// <summary>The expert's plans, [n,30], metres per second.</summary>
    public ReadOnlyMemory<float> Chunks => _chunks.AsMemory(0, Count * Chunk);

    /// <summary>Adds row <paramref name="row"/> of <paramref name="seen"/> with the plan made there, [H].</summary>
    public void Add(ObservationBatch seen, int row, ReadOnlySpan<Vector2> plan)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (Count == Capacity || seen.Slots > Slots)
        {
            throw new InvalidOperationException($"no room: {Count} of {Capacity} samples, {seen.Slots} slots into {Slots}");
        }

        Copy(seen.Ego, row, ObservationShape.Ego, _ego, ObservationShape.Ego);
        Copy(seen.Lidar, row, PlanShape.LidarSectors, _lidar, PlanShape.LidarSectors);
        Copy(seen.Neighbours, row, seen.Slots * ObservationShape.Neighbour, _neighbours, Slots * ObservationShape.Neighbour);
        Copy(seen.Mask, row, seen.Slots, _mask, Slots);
        MemoryMarshal.Cast<Vector2, float>(plan).CopyTo(_chunks.AsSpan(Count * Chunk, Chunk));
        Count++;
    }

    /// <summary>Writes the samples, little-endian.</summary>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Count);
        writer.Write(Slots);
        foreach (var block in (ReadOnlySpan<ReadOnlyMemory<float>>)[Ego, Lidar, Neighbours, Mask, Chunks])
        {
            writer.Write(MemoryMarshal.AsBytes(block.Span));
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else, or cut short.</exception>
    public static PolicySamples Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        try
        {
            if (reader.ReadUInt32() != Magic)
            {
                throw new InvalidDataException("not a file of policy samples");
            }

            var (count, slots) = (reader.ReadInt32(), reader.ReadInt32());
            if (count < 0 || slots is < 0 or > PlanShape.Neighbours || (long)count * Chunk * sizeof(float) > stream.Length)
            {
                throw new InvalidDataException($"policy samples: {count} samples of {slots} slots cannot be in this file");
            }

            var samples = new PolicySamples(count, slots) { Count = count };
            float[][] blocks = [samples._ego, samples._lidar, samples._neighbours, samples._mask, samples._chunks];
            foreach (var block in blocks)
            {
                stream.ReadExactly(MemoryMarshal.AsBytes(block.AsSpan()));
            }

            return samples;
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("policy samples: the file is cut short", cut);
        }
    }

    private void Copy(float[] from, int row, int width, float[] to, int stride) =>
        from.AsSpan(row * width, width).CopyTo(to.AsSpan(Count * stride));
}
