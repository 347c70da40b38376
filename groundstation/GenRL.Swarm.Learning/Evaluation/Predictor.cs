using GenRL.Swarm.Learning.WorldModels;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Evaluation;

/// <summary>Predicts a window in open loop: positions of ego [B,2] and neighbours [B,S,2] at each of the steps 1 to 20 after filtering.</summary>
public delegate IReadOnlyList<(Tensor Ego, Tensor Neighbours)> Predictor(WindowBatch batch);

/// <summary>The predictors that are compared.</summary>
public static class Predictors
{
    private const int W = TrackWindows.Filtering;

    /// <summary>Everybody goes on as they do.</summary>
    public static Predictor ConstantVelocity { get; } = batch =>
        [.. Enumerable.Range(1, TrackWindows.OpenLoop).Select(k => (
            batch.Positions[W - 1] + (batch.Velocities[W - 1] * (k * Contracts.Planning.PlanShape.TickSeconds)),
            batch.NeighbourPositions[W - 1] + (batch.NeighbourVelocities[W - 1] * (k * Contracts.Planning.PlanShape.TickSeconds))))];

    /// <summary>A world model after 10 filtering steps, its messages frozen at the last one received.</summary>
    public static Predictor Learned(FactoredWorldModel model) => batch =>
    {
        ArgumentNullException.ThrowIfNull(model);
        var memory = EntityMemory.Empty(batch.Positions[0].size(0), batch.NeighbourPositions[0].size(1));
        for (var t = 0; t < W - 1; t++)
        {
            var next = (batch.Velocities[t + 1], batch.NeighbourVelocities[t + 1]);
            memory = model.Filter(batch.Measured(t, memory), batch.Commands[t], batch.Intentions[t], next);
        }

        var state = batch.Measured(W - 1, memory);
        var path = new List<(Tensor, Tensor)>();
        for (var k = 0; k < TrackWindows.OpenLoop; k++)
        {
            state = model.Imagine(state, batch.Commands[W - 1 + k], batch.Intentions[W - 1], k * Contracts.Planning.PlanShape.TickSeconds);
            path.Add((state.Position, state.NeighbourPosition));
        }

        return path;
    };
}
