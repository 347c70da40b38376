using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Stages;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>
/// Turns logs into lessons: at every few logged states an expert that searches inside the learned world model says what the robot should
/// have planned, starting from what it did plan. What the fleet lived through decides which states are learnt, the model decides the
/// labels.
/// </summary>
public sealed class ModelRelabeller(IWorldModelRollouts model, RelabelSettings settings)
{
    private const int H = PlanShape.Horizon;

    /// <summary>Labels states of <paramref name="tracks"/>, which all have the same number of slots and the same radius.</summary>
    /// <param name="tracks">The logs, with whole plans.</param>
    /// <param name="seed">Everything random follows from it.</param>
    /// <param name="clock">Measures the stage.</param>
    /// <param name="progress">Hears how far it is; may be null.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ArgumentException">No track is long enough to have a state to label.</exception>
    public PolicySamples Relabel(
        IReadOnlyList<RobotTrack> tracks, ulong seed, TimeProvider clock, IProgress<StageProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        set_num_threads(1);
        var random = new RandomStream(seed, -1, LearningStreams.Relabelling);
        manual_seed((long)(random.NextUInt64() >> 1));
        var moments = Moments(tracks);
        if (moments.Count == 0)
        {
            throw new ArgumentException($"no track is longer than {settings.FirstTick} ticks", nameof(tracks));
        }

        var samples = new PolicySamples(moments.Count, tracks[0].Slots);
        var observer = new MomentObserver(samples.Slots, new Hearing(), random);
        var report = new StageReporter("relabel", moments.Count, progress, clock);
        foreach (var batch in moments.Chunk(settings.Batch))
        {
            cancel.ThrowIfCancellationRequested();
            Label(batch, observer, samples);
            report.Done(samples.Count);
        }

        return samples;
    }

    private List<LoggedMoment> Moments(IReadOnlyList<RobotTrack> tracks)
    {
        var moments = new List<LoggedMoment>();
        foreach (var track in tracks)
        {
            for (var t = settings.FirstTick; t < track.Ticks; t += settings.Every)
            {
                moments.Add(new LoggedMoment(track, t));
            }
        }

        return moments;
    }

    private void Label(LoggedMoment[] batch, MomentObserver observer, PolicySamples samples)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var positions = tensor(Numbers(batch, 2, Position), [batch.Length, 1, 1, 2]);
        var planned = tensor(Numbers(batch, 2 * H, Planned), [batch.Length, H, 2]);
        var kept = tensor(Numbers(batch, 2 * H, KeptFromBefore), [batch.Length, 1, H, 2]);
        var rollout = model.At(batch);
        var neighbours = rollout.Neighbours(planned);
        var told = rollout.Ego(kept, neighbours).contiguous().data<float>().ToArray();
        var scene = new BatchedScene(batch, neighbours);
        var labels = BatchedSearch.Improve(rollout, scene, neighbours, positions, planned, settings).contiguous().data<float>().ToArray();
        for (var b = 0; b < batch.Length; b++)
        {
            observer.Look(batch[b], Row(told, b));
            samples.Add(observer.Batch, 0, Row(labels, b));
        }
    }

    private static ReadOnlySpan<Vector2> Row(float[] plans, int row) =>
        MemoryMarshal.Cast<float, Vector2>(plans.AsSpan(row * 2 * H, 2 * H));

    private static float[] Numbers(LoggedMoment[] batch, int width, RowWriter write)
    {
        var numbers = new float[batch.Length * width];
        for (var b = 0; b < batch.Length; b++)
        {
            write(batch[b], numbers.AsSpan(b * width, width));
        }

        return numbers;
    }

    private static void Position(LoggedMoment moment, Span<float> row) => moment.Track.Positions[moment.Tick].CopyTo(row);

    private static void Planned(LoggedMoment moment, Span<float> row) =>
        moment.Track.Plans.AsSpan(moment.Tick * H, H).CopyTo(MemoryMarshal.Cast<float, Vector2>(row));

    /// <summary>What was left of the plan of the tick before: the robot had told its neighbours where that leads.</summary>
    private static void KeptFromBefore(LoggedMoment moment, Span<float> row) =>
        Commands.Shift(moment.Track.Plans.AsSpan((moment.Tick - 1) * H, H), MemoryMarshal.Cast<float, Vector2>(row));

    private delegate void RowWriter(LoggedMoment moment, Span<float> row);
}
