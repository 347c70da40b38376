using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Models;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Networks;

/// <summary>Policy samples as tensors, and batches drawn from them with the process's generator. Owns its tensors.</summary>
internal sealed class TrainingTensors : IDisposable
{
    private readonly Tensor _ego;
    private readonly Tensor _lidar;
    private readonly Tensor _neighbours;
    private readonly Tensor _mask;
    private readonly Tensor _chunks;

    /// <summary>Copies all samples of <paramref name="parts"/>, which have the same number of slots.</summary>
    public TrainingTensors(IReadOnlyList<PolicySamples> parts)
    {
        Count = parts.Sum(part => part.Count);
        long slots = parts[0].Slots;
        _ego = Join(parts, part => part.Ego, [Count, ObservationShape.Ego]);
        _lidar = Join(parts, part => part.Lidar, [Count, PlanShape.LidarSectors]);
        _neighbours = Join(parts, part => part.Neighbours, [Count, slots, ObservationShape.Neighbour]);
        _mask = Join(parts, part => part.Mask, [Count, slots]);
        _chunks = Join(parts, part => part.Chunks, [Count, NetworkShape.Chunk]);
    }

    /// <summary>Samples.</summary>
    public long Count { get; }

    /// <summary>A batch of <paramref name="size"/> samples, drawn with replacement.</summary>
    /// <param name="encoder">Sees them.</param>
    /// <param name="size">Samples, B.</param>
    /// <param name="dropOut">Probability that a neighbour is hidden.</param>
    /// <returns>Contexts, [B,192], and plans, [B,30].</returns>
    public (Tensor Context, Tensor Chunks) Draw(PolicyEncoder encoder, int size, double dropOut)
    {
        var rows = randint(Count, [size]);
        var mask = _mask.index_select(0, rows);
        if (dropOut > 0)
        {
            mask = mask * rand_like(mask).gt(dropOut).to_type(ScalarType.Float32);
        }

        var context = encoder.forward(_ego.index_select(0, rows), _lidar.index_select(0, rows), _neighbours.index_select(0, rows), mask);
        return (context, _chunks.index_select(0, rows));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ego.Dispose();
        _lidar.Dispose();
        _neighbours.Dispose();
        _mask.Dispose();
        _chunks.Dispose();
    }

    private static Tensor Join(IReadOnlyList<PolicySamples> parts, Func<PolicySamples, ReadOnlyMemory<float>> block, long[] shape)
    {
        var joined = empty(shape);
        long at = 0;
        foreach (var part in parts)
        {
            var values = block(part).Span;
            joined.data<float>().CopyFrom(values, 0, at);
            at += values.Length;
        }

        return joined;
    }
}
