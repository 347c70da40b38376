using GenRL.Swarm.Agent;
using GenRL.Swarm.Learning.Datasets;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>Trains a world model on tracks: AdamW, 50 steps of warm-up, cosine to zero, gradient norm at most 10.</summary>
public static class WorldModelTraining
{
    private const int WarmUp = 50;
    private const int Stage = 0x3011;

    /// <summary>Trains <paramref name="model"/> in place.</summary>
    /// <param name="model">The model, new or to be adapted.</param>
    /// <param name="tracks">What to learn from.</param>
    /// <param name="settings">How long and how fast.</param>
    /// <param name="progress">Called after each step with (steps done, loss); null for silence.</param>
    /// <returns>The mean loss over the last tenth of the steps.</returns>
    /// <exception cref="InvalidOperationException">The loss is no longer a number.</exception>
    public static double Run(FactoredWorldModel model, IReadOnlyList<RobotTrack> tracks, WorldModelSettings settings, Action<int, double>? progress)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        manual_seed((long)settings.Seed);
        var windows = new TrackWindows(tracks);
        var stream = new RandomStream(settings.Seed, -1, Stage);
        using var optimizer = optim.AdamW(model.parameters(), settings.LearningRate);
        var schedule = optim.lr_scheduler.LambdaLR(optimizer, step =>
            Math.Min(1.0, (step + 1.0) / WarmUp) * 0.5 * (1 + Math.Cos(Math.PI * step / settings.Steps)));
        var tail = 0.0;
        var tailSteps = Math.Max(1, settings.Steps / 10);
        for (var step = 0; step < settings.Steps; step++)
        {
            using var scope = NewDisposeScope();
            var loss = WorldModelLoss.Of(model, windows.Random(settings.Batch, stream, dropMessages: true));
            optimizer.zero_grad();
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 10);
            optimizer.step();
            schedule.step();
            var value = loss.item<float>();
            if (!float.IsFinite(value))
            {
                throw new InvalidOperationException($"world-model training: the loss is {value} at step {step}");
            }

            tail += step >= settings.Steps - tailSteps ? value / tailSteps : 0;
            progress?.Invoke(step + 1, value);
        }

        return tail;
    }
}
