using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Policies.Adaptation;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Networks;
using GenRL.Swarm.Learning.Policies.Stages;
using GenRL.Swarm.Sim.Batch;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tests.Policies;

[Collection(TorchCollection.Name)]
public sealed class AdaptationTests
{
    private const int H = PlanShape.Horizon;
    private static readonly ActuatorModel Hall = ActuatorModel.Rotated(0.6f, 1f, 0.61f, 0.2f);
    private static readonly RelabelSettings Small = new() { Every = 5, Batch = 16 };

    [Fact]
    public void The_batched_cost_is_the_cost_that_robots_use()
    {
        using var scope = NewDisposeScope();
        var tracks = Fly(ActuatorModel.Nominal);
        Array.Fill(tracks[1].Ranges, 0.3f, 12 * PlanShape.LidarSectors, 3); // an obstacle beside robot 1
        LoggedMoment[] moments = [new(tracks[0], 10), new(tracks[1], 12), new(tracks[6], 15)];
        manual_seed(3);
        var plans = randn(3, 8, H, 2) * 0.6;
        var rollout = new AnalyticRollouts(ActuatorModel.Nominal).At(moments);
        var neighbours = rollout.Neighbours(plans);
        var paths = rollout.Ego(plans, neighbours);

        var costs = new BatchedScene(moments, neighbours).Cost(paths, plans).contiguous().data<float>().ToArray();

        for (var row = 0; row < costs.Length; row++)
        {
            var expected = PlanCost.Of(Row(paths, row), Row(plans, row), SceneOf(moments[row / 8], neighbours, row / 8));
            Assert.Equal(expected, costs[row], 1e-3f * MathF.Max(1f, expected));
        }
    }

    [Fact]
    public void Labels_made_in_the_model_of_a_new_floor_cost_less_there_than_what_was_flown()
    {
        var tracks = Fly(Hall, new AtRest());
        var model = new AnalyticRollouts(Hall);

        var samples = new ModelRelabeller(model, Small).Relabel(tracks, 1, TimeProvider.System, null, CancellationToken.None);

        Assert.Equal(tracks.Count * 4, samples.Count); // ticks 10, 15, 20, 25 of 30
        var (flown, labelled) = (0f, 0f);
        for (var i = 0; i < samples.Count; i++)
        {
            var moment = new LoggedMoment(tracks[i / 4], 10 + (5 * (i % 4)));
            flown += CostOn(moment, moment.Track.Plans.AsSpan(moment.Tick * H, H));
            labelled += CostOn(moment, MemoryMarshal.Cast<float, Vector2>(samples.Chunks.Span.Slice(i * 2 * H, 2 * H)));
        }

        Assert.True(labelled < 0.8f * flown, $"labels {labelled / samples.Count}, flown {flown / samples.Count}");
    }

    [Fact]
    public void The_observation_of_a_logged_state_is_the_one_that_the_robot_had()
    {
        var settings = new CollectionSettings { Ticks = 12, Hearing = Hearing.Perfect };
        var samples = new PolicySamples(4 * 12, 3);
        var track = new ExperienceCollector(new SimWorlds(), settings).Fly(1, 9, policy: null, samples)[2];
        var told = new Vector2[H];
        var kept = new Vector2[H];
        Commands.Shift(track.Plans.AsSpan(10 * H, H), kept);
        new DelayedLag(ActuatorModel.Nominal).Roll(track.Positions[11], track.Velocities[11], [], kept, told);
        var observer = new MomentObserver(3, Hearing.Perfect, new Agent.RandomStream(1, 0, 0));

        observer.Look(new LoggedMoment(track, 11), told);

        const int Sample = (11 * 4) + 2;
        Assert.Equal(samples.Ego.Span.Slice(Sample * ObservationShape.Ego, ObservationShape.Ego), observer.Batch.Ego);
        Assert.Equal(samples.Lidar.Span.Slice(Sample * PlanShape.LidarSectors, PlanShape.LidarSectors), observer.Batch.Lidar);
        const int Blocks = 3 * ObservationShape.Neighbour;
        Assert.Equal(samples.Neighbours.Span.Slice(Sample * Blocks, Blocks), observer.Batch.Neighbours);
    }

    [Fact]
    public void Logs_too_short_to_fill_the_memory_are_refused()
    {
        RobotTrack[] tracks = [new(10, 3)];

        Assert.Throws<ArgumentException>(() =>
            new ModelRelabeller(new AnalyticRollouts(Hall), Small).Relabel(tracks, 1, TimeProvider.System, null, CancellationToken.None));
    }

    [Fact]
    public void Adaptation_changes_encoder_teacher_and_student_and_repeats_bit_for_bit()
    {
        var relabeller = new ModelRelabeller(new AnalyticRollouts(Hall), Small);
        var samples = relabeller.Relabel(Fly(Hall), 1, TimeProvider.System, null, CancellationToken.None);

        var (before, after) = Adapt(samples);
        var (_, again) = Adapt(samples);

        var weights = before.Keys.Where(key => key.EndsWith("weight", StringComparison.Ordinal));
        Assert.All(weights, key => Assert.NotEqual(before[key], after[key]));
        Assert.All(after.Keys, key => Assert.Equal(after[key], again[key]));
    }

    private static (Dictionary<string, float[]> Before, Dictionary<string, float[]> After) Adapt(PolicySamples samples)
    {
        manual_seed(4);
        using var networks = new PolicyNetworks();
        var before = Copy(networks);
        var settings = new AdaptationSettings
        {
            Flow = new TrainingSchedule(8, 7e-4, WarmUp: 2, Batch: 32),
            Student = new TrainingSchedule(8, 1.5e-3, WarmUp: 2, Batch: 32),
        };
        new PolicyAdaptation(settings, TimeProvider.System, progress: null).Run(networks, samples, 1, CancellationToken.None);
        return (before, Copy(networks));
    }

    private static Dictionary<string, float[]> Copy(PolicyNetworks networks) =>
        networks.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.data<float>().ToArray());

    private static IReadOnlyList<RobotTrack> Fly(ActuatorModel floor, IChunkPolicy? policy = null)
    {
        var expert = new MppiSettings { Candidates = 8, Iterations = 1 };
        var settings = new CollectionSettings { Ticks = 30, Floor = floor, Expert = expert, ExpertShare = 0f };
        return new ExperienceCollector(new SimWorlds(), settings).Fly(2, 8, policy, new PolicySamples(2 * 4 * 30, 3));
    }

    private static float CostOn(LoggedMoment moment, ReadOnlySpan<Vector2> plan)
    {
        using var scope = NewDisposeScope();
        var rollout = new AnalyticRollouts(Hall).At([moment]);
        var commands = tensor(MemoryMarshal.Cast<Vector2, float>(plan).ToArray(), [1, 1, H, 2]);
        var neighbours = rollout.Neighbours(commands);
        return PlanCost.Of(Row(rollout.Ego(commands, neighbours), 0), plan, SceneOf(moment, neighbours, 0));
    }

    private static PlanScene SceneOf(LoggedMoment moment, Tensor neighbours, int index)
    {
        var (track, t) = moment;
        var points = new Vector2[PlanShape.LidarSectors];
        var count = LidarSectors.Points(
            track.Positions[t], track.Ranges.AsSpan(t * PlanShape.LidarSectors, PlanShape.LidarSectors), track.MaxRange, 1f, points);
        return new PlanScene
        {
            Goal = track.Goals[t],
            Radius = track.Radius,
            Steps = H,
            Neighbours = MemoryMarshal.Cast<float, Vector2>(neighbours[index].contiguous().data<float>().ToArray()),
            NeighbourRadii = new float[] { track.Radius, track.Radius, track.Radius },
            Obstacles = points.AsSpan(0, count),
            LastCommand = track.Commands[t - 1],
        };
    }

    private static ReadOnlySpan<Vector2> Row(Tensor plans, int row) =>
        MemoryMarshal.Cast<float, Vector2>(plans.contiguous().data<float>().ToArray()).Slice(row * H, H);

    private sealed class AtRest : IChunkPolicy
    {
        public void Propose(ObservationBatch observations, int samples, Span<Vector2> plans) => plans.Clear();
    }
}
