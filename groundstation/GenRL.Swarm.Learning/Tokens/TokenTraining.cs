using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Policies.Stages;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tokens;

/// <summary>Learns the codebook: an autoencoder whose middle is two tokens. A stage of a run, a few seconds on one core.</summary>
public static class TokenTraining
{
    private const int Stream = 4101;

    /// <summary>The schedule that was measured.</summary>
    public static TrainingSchedule Standard { get; } = new(2000, 3e-3, Batch: 256);

    /// <summary>Trains a codebook.</summary>
    /// <param name="tracks">Flights whose plans show what there is to tell.</param>
    /// <param name="floor">The floor that they were flown on.</param>
    /// <param name="schedule">How long to train.</param>
    /// <param name="seed">Everything random follows from it.</param>
    /// <param name="clock">Measures the stage.</param>
    /// <param name="progress">Hears how far it is; may be null.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The networks; the caller disposes of them.</returns>
    public static IntentionTokenNetworks Train(
        IReadOnlyList<RobotTrack> tracks, ActuatorModel floor, TrainingSchedule schedule, ulong seed, TimeProvider clock,
        IProgress<StageProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        ArgumentNullException.ThrowIfNull(schedule);
        set_num_threads(1);
        var random = new RandomStream(seed, -1, Stream);
        manual_seed((long)(random.NextUInt64() >> 1));
        var rows = PlanTails.Of(tracks, floor, random);
        using var tails = tensor(rows, [rows.Length / PlanTail.Size, PlanTail.Size]);
        var networks = new IntentionTokenNetworks();
        Descent.Run(networks.parameters(), schedule, Loss, new StageReporter("tokens", schedule.Steps, progress, clock), cancel);
        return networks;

        Tensor Loss()
        {
            var batch = tails.index_select(0, randint(tails.size(0), [schedule.Batch]));
            return nn.functional.mse_loss(networks.forward(batch), batch);
        }
    }
}
