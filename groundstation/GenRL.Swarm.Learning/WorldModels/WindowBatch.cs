using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>A batch of windows: lists over instants t = 0 .. W + O - 1. The tensors belong to the dispose scope that they were made in.</summary>
/// <param name="Positions">Ego, each [B,2], metres.</param>
/// <param name="Velocities">Ego, each [B,2], metres per second.</param>
/// <param name="Commands">Executed from t to t + 1, each [B,2].</param>
/// <param name="NeighbourPositions">Each [B,S,2].</param>
/// <param name="NeighbourVelocities">Each [B,S,2].</param>
/// <param name="Intentions">As read at t.</param>
public sealed record WindowBatch(
    IReadOnlyList<Tensor> Positions, IReadOnlyList<Tensor> Velocities, IReadOnlyList<Tensor> Commands,
    IReadOnlyList<Tensor> NeighbourPositions, IReadOnlyList<Tensor> NeighbourVelocities, IReadOnlyList<Intentions> Intentions)
{
    /// <summary>The measured state at <paramref name="instant"/>, with <paramref name="memory"/>.</summary>
    public EntityState Measured(int instant, EntityMemory memory) => new(
        Positions[instant], Velocities[instant], NeighbourPositions[instant], NeighbourVelocities[instant], memory);
}
