using System.CommandLine;
using GenRL.Swarm.Cli.Sim.Policies;
using GenRL.Swarm.Cli.Sim.Running;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Recording;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim record</c>: a run's seed, actions, and a hash of every world after every step, as an MCAP file.</summary>
internal static class RecordCommand
{
    private const int UsualSteps = 200;

    public static Command Create()
    {
        var scenario = new ScenarioOptions();
        var policy = PolicyOption.CreateForPictures();
        var steps = Numbers.Option("--steps", "steps of each world", 1, 10_000_000, UsualSteps);
        var output = new Option<FileInfo>("--out") { Description = "FILE.mcap", Required = true };
        var command = new Command("record", "Records a run, so that ./swarm sim replay can tell whether it comes out the same.")
        {
            scenario.Scenario, output, scenario.Robots, scenario.Seed, policy, steps, scenario.Worlds, scenario.Threads, scenario.Precise,
        };
        command.SetSimAction("sim record", (parsed, console, cancel) =>
        {
            OutputPath.RequireFile(parsed, output);
            var path = parsed.GetValue(output)!;
            using var environment = scenario.Create(parsed);
            var (seed, name, shape) = (parsed.GetValue(scenario.Seed), parsed.GetValue(policy)!, environment.Shape);
            var rollout = new Rollout(environment, PolicyOption.Make(name, seed, shape.Worlds), seed);
            var run = new RunDescription(
                parsed.GetValue(scenario.Scenario)!, parsed.GetValue(scenario.Robots), shape.Worlds, parsed.GetValue(scenario.Precise), seed, name,
                shape.Agents, shape.ActionLength, environment.SnapshotSize);
            using var writer = new RecordingWriter(path.FullName, run);
            Record(rollout, writer, parsed.GetValue(steps), console.Progress, cancel);
            console.Progress.Clear();
            console.Output.WriteLine($"{path}: {parsed.GetValue(steps)} steps of {run.Scenario}, {run.Worlds} {(run.Worlds == 1 ? "world" : "worlds")}, seed {seed}, {new FileInfo(path.FullName).Length} bytes");
            return 0;
        });
        return command;
    }

    private static void Record(Rollout rollout, RecordingWriter writer, int steps, ProgressLine progress, CancellationToken cancel)
    {
        var hash = new StateHash(rollout.Environment);
        var hashes = new ulong[rollout.Environment.Shape.Worlds];
        hash.Of(rollout.Observations, rollout.Rewards, rollout.Ends, hashes);
        writer.Add([], hashes);
        for (var step = 1; step <= steps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            rollout.Step();
            hash.Of(rollout.Observations, rollout.Rewards, rollout.Ends, hashes);
            writer.Add(rollout.Actions, hashes);
            if (progress.IsDue)
            {
                progress.Show($"record: {step} of {steps} steps");
            }
        }

        writer.Finish();
    }
}
