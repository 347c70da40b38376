using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Models;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Networks;

/// <summary>
/// The networks as somebody who flies: the flow teacher or its student. Noise comes from the process's generator; of several samples the
/// first is made from no noise, the most typical plan.
/// </summary>
public sealed class NetworkPolicy(PolicyNetworks networks, bool student) : IChunkPolicy
{
    /// <summary>Euler steps that the teacher takes, here and as the student's example.</summary>
    internal const int TeacherSteps = 5;

    /// <inheritdoc/>
    public void Propose(ObservationBatch observations, int samples, Span<Vector2> plans)
    {
        ArgumentNullException.ThrowIfNull(observations);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        long count = observations.Count;
        var context = networks.Encoder.forward(
            tensor(observations.Ego, [count, ObservationShape.Ego]),
            tensor(observations.Lidar, [count, PlanShape.LidarSectors]),
            tensor(observations.Neighbours, [count, observations.Slots, ObservationShape.Neighbour]),
            tensor(observations.Mask, [count, observations.Slots]));
        var noise = randn(count, samples, NetworkShape.Chunk);
        if (samples > 1)
        {
            noise.narrow(1, 0, 1).zero_();
        }

        var contexts = context.unsqueeze(1).expand(-1, samples, -1).reshape(count * samples, NetworkShape.Context);
        var flat = noise.reshape(count * samples, NetworkShape.Chunk);
        var chunks = student ? networks.Student(contexts, flat) : networks.Teacher.Sample(contexts, flat, TeacherSteps);
        chunks.data<float>().CopyTo(MemoryMarshal.Cast<Vector2, float>(plans));
    }
}
