using System.Security.Cryptography;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Policies;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Stages;
using GenRL.Swarm.Learning.WorldModels;
using GenRL.Swarm.Sim.Batch;

namespace GenRL.Swarm.Learning.Tests.Policies;

[Collection(TorchCollection.Name)]
public sealed class PolicyTrainingTests
{
    private static readonly PolicyTrainingSettings Tiny = new()
    {
        Collection = new CollectionSettings { Ticks = 20, Expert = new MppiSettings { Candidates = 32 } },
        ExpertEpisodes = 12,
        RoundEpisodes = 4,
        Cloning = new TrainingSchedule(60, 2e-3, WarmUp: 10, Batch: 128),
        Rounds = [new TrainingSchedule(20, 1.5e-3, WarmUp: 10, Batch: 128)],
        Distil = new TrainingSchedule(60, 2e-3, WarmUp: 0, Batch: 128),
    };

    [Fact]
    public void A_run_that_was_stopped_goes_on_and_ends_with_the_same_bytes()
    {
        using var whole = new TemporaryFolder();
        using var broken = new TemporaryFolder();
        var expected = File.ReadAllBytes(Run(whole, Tiny));

        foreach (var stage in (string[])["expert-flights", "clone", "dagger-1-flights", "dagger-1", "distil"])
        {
            using var stop = new CancellationTokenSource();
            var stopper = new Heard(p =>
            {
                if (p.Stage == stage)
                {
                    stop.Cancel();
                }
            });
            try
            {
                new PolicyTraining(new SimWorlds(), Tiny, Files(broken, Tiny), TimeProvider.System, stopper).Run(stop.Token);
            }
            catch (OperationCanceledException)
            {
                // The next pass goes on where this one was stopped.
            }
        }

        Assert.Equal(expected, File.ReadAllBytes(Run(broken, Tiny)));
    }

    [Fact]
    public void Losses_fall_and_another_seed_gives_another_policy()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        var last = new Dictionary<string, StageProgress>();
        var a = File.ReadAllBytes(Run(first, Tiny, p => last[p.Stage] = p));

        Assert.Equal(["expert-flights", "clone", "dagger-1-flights", "dagger-1", "distil"], last.Keys);
        Assert.All(last.Values, p => Assert.Equal(p.Of, p.Step));
        Assert.InRange(last["dagger-1"].Loss, 0.05, 0.75); // predicting no motion at all costs about 1.25
        Assert.InRange(last["distil"].Loss, 0, 0.35);

        var b = File.ReadAllBytes(Run(second, Tiny with { Seed = 2 }));
        Assert.NotEqual(a, b);
    }

    [Fact]
    public void The_flights_are_there_for_the_world_model()
    {
        using var folder = new TemporaryFolder();
        var training = new PolicyTraining(new SimWorlds(), Tiny, Files(folder, Tiny), TimeProvider.System, progress: null);
        training.Run(CancellationToken.None);

        Assert.Equal((12 + 4) * 4, training.Tracks().Count);
    }

    [Fact]
    public void A_run_from_nothing_leaves_what_a_robot_carries_and_resumes_to_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var policy = Tiny with { Collection = Tiny.Collection with { Ticks = TrackWindows.Instants }, ExpertEpisodes = 2, RoundEpisodes = 1 };
        var settings = new TrainingSettings(policy, new WorldModelSettings(3, 1e-3, 8, Seed: 1), new TrainingSchedule(5, 1e-3, Batch: 16));
        var parts = (string[])[LearnedState.PolicyFile, LearnedState.WorldModelFile, LearnedState.TokensFile];
        var first = Train();

        foreach (var part in parts)
        {
            File.Delete(Path.Combine(folder.Path, part));
            Assert.Equal(first, Train());
        }

        var other = settings with { Tokens = settings.Tokens with { Steps = 6 } };
        Assert.Throws<InvalidOperationException>(() => new TrainingRun(new SimWorlds(), other, folder.Path, TimeProvider.System, null).Run(CancellationToken.None));

        string[] Train()
        {
            new TrainingRun(new SimWorlds(), settings, folder.Path, TimeProvider.System, null).Run(CancellationToken.None).Dispose();
            return [.. parts.Select(part => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder.Path, part)))))];
        }
    }

    private static StageFiles Files(TemporaryFolder folder, PolicyTrainingSettings settings) => StageFiles.For(folder.Path, settings);

    private static string Run(TemporaryFolder folder, PolicyTrainingSettings settings, Action<StageProgress>? report = null) =>
        new PolicyTraining(new SimWorlds(), settings, Files(folder, settings), TimeProvider.System, report is null ? null : new Heard(report))
            .Run(CancellationToken.None);

    private sealed class Heard(Action<StageProgress> report) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => report(value);
    }
}
