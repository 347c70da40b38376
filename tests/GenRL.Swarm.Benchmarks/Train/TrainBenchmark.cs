using System.Diagnostics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Learning;
using GenRL.Swarm.Learning.Evaluation;
using GenRL.Swarm.Learning.Policies;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.WorldModels;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.Sim.Batch;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Benchmarks.Train;

/// <summary>
/// From nothing, for several seeds: how long training takes on one core, how well the onboard agent flies what comes out of it (unseen seeds,
/// shield on, K = 16, zero-shot with other swarm sizes), and how well the world model predicts fresh flights with and without messages.
/// </summary>
internal static class TrainBenchmark
{
    private const int Candidates = 16;
    private const ulong UnseenSeed = 1_000_000;

    public static int Run(string[] args)
    {
        var (first, last) = args switch
        {
            [] => (1, 3),
            ["--seed", var one] when int.TryParse(one, out var seed) && seed > 0 => (seed, seed),
            _ => (0, 0),
        };
        if (first == 0)
        {
            Console.Error.WriteLine("usage: ./swarm bench train [--seed N]   (without: seeds 1, 2 and 3)");
            return 2;
        }

        OnnxRuntimeLibrary.Load();
        for (var seed = first; seed <= last; seed++)
        {
            var folder = Directory.CreateTempSubdirectory("swarm-bench-train-").FullName;
            try
            {
                Run((ulong)seed, folder);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine("targets: 240 s of one core; N = 4 success >= 98 % and 0 collisions of 200 + 200; N = 3, 6, 8 >= 95 % and 0 collisions;");
        Console.WriteLine("         neighbours at 2.0 s <= 0.20 of constant velocity without messages, <= 0.06 with");
        return 0;
    }

    private static void Run(ulong seed, string folder)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var training = TrainingSettings.Standard(seed);
        var settings = training.Policy;
        using var state = new TrainingRun(new SimWorlds(), training, Path.Combine(folder, "work"), TimeProvider.System, null).Run(CancellationToken.None);
        Console.WriteLine(
            $"seed {seed}: trained in {(Environment.CpuUsage.TotalTime - before).TotalSeconds:F0} s CPU, {watch.Elapsed.TotalSeconds:F0} s wall, load average {Percentiles.Load()}");

        Predict(state, settings, seed);
        var bundle = Path.Combine(folder, "bundle");
        Directory.CreateDirectory(bundle);
        foreach (var (name, bytes) in state.Export("nominal", ActuatorModel.Nominal, new ModelLimits(1f, settings.Collection.Radius)))
        {
            File.WriteAllBytes(Path.Combine(bundle, name), bytes);
        }

        using var models = Pretrained.Load(bundle, Candidates);
        foreach (var (robots, episodes) in new[] { (4, 200), (3, 100), (6, 100), (8, 100) })
        {
            Fly(models, "crossing", robots, episodes);
            Fly(models, "random-goals", robots, episodes);
        }
    }

    private static void Predict(LearnedState state, PolicyTrainingSettings settings, ulong seed)
    {
        var tracks = new ExperienceCollector(new SimWorlds(), settings.Collection).Fly(
            64, UnseenSeed + seed, null, new PolicySamples(64 * settings.Collection.Robots * settings.Collection.Ticks, settings.Collection.Robots - 1), _ => { });
        var windows = new TrackWindows(tracks);
        var still = PredictionScoring.Score(Predictors.ConstantVelocity, windows, 1024);
        foreach (var (name, predictor) in new[]
        {
            ("with messages", Predictors.Learned(state.WorldModel)), ("without messages", Predictors.WithoutMessages(Predictors.Learned(state.WorldModel))),
        })
        {
            var errors = PredictionScoring.Score(predictor, windows, 1024);
            var rows = PredictionErrors.Horizons.Select((steps, h) =>
                $"{steps / 10.0:F1} s: ego {RatioInterval.Of(errors.Ego[h], still.Ego[h], seed).Ratio:F4}, neighbours {Interval(RatioInterval.Of(errors.Neighbours[h], still.Neighbours[h], seed))}");
            Console.WriteLine($"  {name,-16} {string.Join("; ", rows)}");
        }

        static string Interval(RatioInterval r) => $"{r.Ratio:F3} [{r.Low:F3}, {r.High:F3}]";
    }

    private static void Fly(ModelBundle bundle, string scenario, int robots, int episodes)
    {
        var agent = new AgentOptions(new RobotId(0), 0.12f, 1f, new ShieldOptions(), 1);
        var brains = Enumerable.Range(0, robots).Select(_ => new AgentBrain(bundle, agent)).ToList();
        var runner = new LockStepRunner(new EpisodeOptions { Scenario = ScenarioList.Find(scenario), Robots = robots }, brains);
        var results = Enumerable.Range(0, episodes).Select(i => runner.Fly(UnseenSeed + (ulong)i)).ToList();
        Console.WriteLine(
            $"  {scenario,-13} N = {robots}: success {100.0 * results.Count(r => r.Mission.Success) / episodes:F1} % of {episodes}, "
            + $"collided {results.Count(r => r.Mission.Collided)}, {results.Average(r => r.SecondsToGoal):F2} s to goal, smallest distance {results.Min(r => r.Mission.SmallestDistance):F3} m");
    }
}
