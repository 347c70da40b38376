using System.CommandLine;
using System.Diagnostics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary><c>evaluate</c>: flies a bundle with the onboard agent itself, in lock step, over many seeds.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var bundle = new Option<DirectoryInfo>("--bundle") { Description = "folder of the bundle", Required = true };
        var scenario = new Option<string>("--scenario") { DefaultValueFactory = _ => "crossing" };
        var robots = new Option<int>("--robots") { DefaultValueFactory = _ => 4 };
        var episodes = new Option<int>("--episodes") { DefaultValueFactory = _ => 50 };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1000 };
        var candidates = new Option<int>("--candidates") { DefaultValueFactory = _ => 32 };
        var floor = new Option<string>("--floor") { DefaultValueFactory = _ => "nominal" };
        var logs = new Option<DirectoryInfo?>("--logs") { Description = "folder for tick logs of every robot and episode; collisions then do not end an episode" };
        var command = new Command("evaluate", "Fly a bundle with the onboard agent in lock step.") { bundle, scenario, robots, episodes, seed, candidates, floor, logs };
        command.SetAction((parsed, cancel) =>
        {
            var options = new EpisodeOptions
            {
                Scenario = ScenarioList.Find(parsed.GetValue(scenario)!), Robots = parsed.GetValue(robots),
                Floor = parsed.GetValue(floor) == "steel-hall" ? Floor.SteelHall : Floor.Nominal, EndOnCollision = parsed.GetValue(logs) is null,
            };
            Run(
                parsed.GetValue(bundle)!.FullName, options, parsed.GetValue(candidates), parsed.GetValue(episodes), parsed.GetValue(seed),
                parsed.GetValue(logs)?.FullName, cancel);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(string folder, EpisodeOptions options, int candidates, int episodes, ulong seed, string? logs, CancellationToken cancel)
    {
        OnnxRuntimeLibrary.Load();
        using var bundle = ModelBundle.Load(folder, new ReleaseId(new string('0', 64)), new ModelBundleOptions(candidates, ["cpu"]));
        var agent = new AgentOptions(new RobotId(0), 0.12f, 1f, new ShieldOptions(), seed);
        var brains = Enumerable.Range(0, options.Robots).Select(_ => new AgentBrain(bundle, agent)).ToList();
        var runner = new LockStepRunner(options, brains);
        var ticks = new List<float>();
        FlightRecorder? recorder = null;
        runner.Stepped = (world, _) =>
        {
            ticks.Add(brains[0].LastTick.Timings.Total);
            recorder?.Record(brains, world.StepCount);
        };
        var results = new List<EpisodeStatistics>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < episodes; i++)
        {
            using (recorder = logs is null ? null : new FlightRecorder(logs, bundle.Id, seed + (ulong)i, options.Robots))
            {
                results.Add(runner.Fly(seed + (ulong)i, cancel));
            }
        }

        ticks.Sort();
        var success = results.Count(r => r.Mission.Success);
        Console.WriteLine(
            $"{options.Scenario.Name} N={options.Robots} K={candidates}: success {success}/{episodes}, collided {results.Count(r => r.Mission.Collided)}, "
            + $"time to goal {results.Average(r => r.SecondsToGoal):F2} s, smallest distance {results.Min(r => r.Mission.SmallestDistance):F3} m, "
            + $"interventions {100.0 * results.Sum(r => r.Interventions) / results.Sum(r => r.Commands):F1} %, tick p50 {1e3 * ticks[ticks.Count / 2]:F2} ms, "
            + $"p99 {1e3 * ticks[ticks.Count * 99 / 100]:F2} ms, {watch.Elapsed.TotalSeconds:F0} s");
    }
}
