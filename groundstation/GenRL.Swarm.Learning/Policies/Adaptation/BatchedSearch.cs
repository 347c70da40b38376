using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Expert;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>
/// <see cref="MppiExpert"/> over tensors, for a world model that is a network: many logged moments at once, the same candidates, the
/// same noise law, the same average. Noise comes from the process's generator.
/// </summary>
internal static class BatchedSearch
{
    private const int Fixed = 4;
    private const double RightHand = -0.7; // radians
    private const int H = PlanShape.Horizon;

    /// <summary>Improves plans.</summary>
    /// <param name="model">Where plans lead.</param>
    /// <param name="scene">What paths cost.</param>
    /// <param name="neighbours">Where the neighbours go, [B,S,H,2].</param>
    /// <param name="positions">Where the robots are, [B,1,1,2], metres.</param>
    /// <param name="plans">Warm starts, [B,H,2], metres per second.</param>
    /// <param name="settings">Candidates and iterations.</param>
    /// <returns>The plans, [B,H,2].</returns>
    public static Tensor Improve(
        IWorldModelRollout model, BatchedScene scene, Tensor neighbours, Tensor positions, Tensor plans, RelabelSettings settings)
    {
        var search = new MppiSettings();
        var direct = Limit((scene.Goals - positions) * 1.5, search.MaxSpeed).expand(-1, 1, H, 2);
        var right = Turn(direct, RightHand);
        for (var iteration = 0; iteration < settings.Iterations; iteration++)
        {
            var mean = plans.unsqueeze(1);
            var noisy = mean + Noise(plans.size(0), settings.Candidates - Fixed, search.NoiseDeviation);
            var candidates = Limit(cat([mean, direct, zeros_like(direct), right, noisy], 1), search.MaxSpeed);
            var cost = scene.Cost(model.Ego(candidates, neighbours), candidates);
            var weights = (cost / -search.Temperature).softmax(-1);
            plans = (weights.unsqueeze(-1).unsqueeze(-1) * candidates).sum(1);
        }

        return plans;
    }

    private static Tensor Noise(long count, int candidates, float deviation)
    {
        var fresh = deviation * randn(count, candidates, H, 2);
        var steps = new Tensor[H];
        steps[0] = fresh.select(2, 0);
        for (var t = 1; t < H; t++)
        {
            steps[t] = (NoiseBank.Memory * steps[t - 1]) + (NoiseBank.Innovation * fresh.select(2, t));
        }

        return stack(steps, 2);
    }

    private static Tensor Limit(Tensor commands, float maxSpeed)
    {
        var speed = commands.square().sum(-1, keepdim: true).sqrt();
        return commands * (maxSpeed / speed.clamp(min: maxSpeed));
    }

    private static Tensor Turn(Tensor commands, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        var (x, y) = (commands.narrow(-1, 0, 1), commands.narrow(-1, 1, 1));
        return cat([(cos * x) - (sin * y), (sin * x) + (cos * y)], -1);
    }
}
