using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>
/// The loss on one batch of windows: velocities one step ahead while filtering, positions and velocities in open loop (the important
/// part), and the balanced KL divergence between posterior and prior with free nats (DreamerV3, arXiv 2301.04104, eq. 4-5).
/// </summary>
internal static class WorldModelLoss
{
    private const int W = TrackWindows.Filtering;
    private const int O = TrackWindows.OpenLoop;
    private const double OpenLoopWeight = 3;
    private const double VelocityWeight = 0.1;
    private const double DynamicsWeight = 1;
    private const double RepresentationWeight = 0.1;
    private const double FreeNats = 0.25;

    /// <summary>Small against the errors in metres that matter; large enough that the latent says what the velocity change was.</summary>
    private const double DivergenceWeight = 1e-3;

    public static Tensor Of(FactoredWorldModel model, WindowBatch batch)
    {
        var present = batch.Intentions[0].Present;
        var weight = present / present.sum().clamp_min(1);
        var (filtering, memory) = Filtering(model, batch, weight);
        return (filtering / W) + (OpenLoop(model, batch, memory, weight) * (OpenLoopWeight / O));
    }

    private static (Tensor Loss, EntityMemory Memory) Filtering(FactoredWorldModel model, WindowBatch batch, Tensor weight)
    {
        var memory = EntityMemory.Empty(batch.Positions[0].size(0), weight.size(1));
        var loss = zeros(1);
        for (var t = 0; t < W - 1; t++)
        {
            var state = batch.Measured(t, memory);
            var change = batch.Velocities[t + 1] - batch.Velocities[t];
            var neighbourChange = batch.NeighbourVelocities[t + 1] - batch.NeighbourVelocities[t];
            memory = model.Remember(state, batch.Commands[t], batch.Intentions[t], 0f);
            var (prior, posterior) = (model.EgoPrior(memory), model.EgoPosterior(memory, change));
            var (neighbourPrior, neighbourPosterior) = (model.NeighbourPrior(memory), model.NeighbourPosterior(memory, neighbourChange));
            var (latent, neighbourLatent) = (posterior.Sample(), neighbourPosterior.Sample());
            loss = loss + Mean((model.EgoMotion(memory.Ego, prior.Mean) - change).square())
                + Mean((model.EgoMotion(memory.Ego, latent) - change).square())
                + Weighted((model.NeighbourMotion(memory.Neighbour, neighbourPrior.Mean) - neighbourChange).square(), weight)
                + Weighted((model.NeighbourMotion(memory.Neighbour, neighbourLatent) - neighbourChange).square(), weight)
                + (Balanced(posterior, prior).mean() * DivergenceWeight)
                + ((Balanced(neighbourPosterior, neighbourPrior).unsqueeze(-1) * weight).sum() * DivergenceWeight);
            memory = memory with { EgoLatent = latent, NeighbourLatent = neighbourLatent };
        }

        return (loss, memory);
    }

    private static Tensor OpenLoop(FactoredWorldModel model, WindowBatch batch, EntityMemory memory, Tensor weight)
    {
        // The message is frozen at the last one received.
        var intentions = batch.Intentions[W - 1];
        var state = batch.Measured(W - 1, memory);
        var loss = zeros(1);
        for (var k = 1; k <= O; k++)
        {
            state = model.Imagine(state, batch.Commands[W - 2 + k], intentions, (k - 1) * Contracts.Planning.PlanShape.TickSeconds);
            var t = W - 1 + k;
            loss = loss + (Mean((state.Position - batch.Positions[t]).square()) * 2)
                + (Weighted((state.NeighbourPosition - batch.NeighbourPositions[t]).square(), weight) * 2)
                + ((Mean((state.Velocity - batch.Velocities[t]).square())
                    + Weighted((state.NeighbourVelocity - batch.NeighbourVelocities[t]).square(), weight)) * VelocityWeight);
        }

        return loss;
    }

    private static Tensor Balanced(Latent posterior, Latent prior) =>
        (Latent.Divergence(posterior.Detached(), prior).clamp_min(FreeNats) * DynamicsWeight)
        + (Latent.Divergence(posterior, prior.Detached()).clamp_min(FreeNats) * RepresentationWeight);

    private static Tensor Mean(Tensor squares) => squares.mean();

    /// <summary>Mean over the neighbours that are present.</summary>
    private static Tensor Weighted(Tensor squares, Tensor weight) => (squares.mean([-1L], true) * weight).sum();
}
