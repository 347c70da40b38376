using System.CommandLine;
using GenRL.Swarm.Cli.Sim.Policies;
using GenRL.Swarm.Cli.Sim.Running;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim run</c>: steps a scenario and says what its episodes came to, and how fast it went.</summary>
internal static class RunCommand
{
    private const long UsualSteps = 1000;

    public static Command Create()
    {
        var scenario = new ScenarioOptions();
        var policy = PolicyOption.Create();
        var steps = Numbers.Option("--steps", $"steps of each world; {UsualSteps} where neither this nor --seconds is given", 1, 1_000_000_000_000, UsualSteps);
        var seconds = Numbers.Option("--seconds", "how long to run by the clock", 0.001, 1e6, null);
        var json = new Option<FileInfo>("--json") { Description = "write the figures to this file" };
        var command = new Command("run", "Runs a scenario: returns and lengths of its episodes, and speed.")
        {
            scenario.Scenario, scenario.Robots, scenario.Seed, policy, steps, seconds, scenario.Worlds, scenario.Threads, scenario.Precise, json,
        };
        command.SetSimAction("sim run", (parsed, console, cancel) =>
        {
            OutputPath.RequireFile(parsed, json);
            using var environment = scenario.Create(parsed);
            var (seed, name, worlds) = (parsed.GetValue(scenario.Seed), parsed.GetValue(policy)!, environment.Shape.Worlds);
            var timed = parsed.GetResult(seconds) is not null;
            var most = timed && parsed.GetResult(steps) is not { Implicit: false } ? long.MaxValue : parsed.GetValue(steps);
            var run = new EpisodeRun(
                new Rollout(environment, PolicyOption.Make(name, seed, worlds), seed), most, timed ? parsed.GetValue(seconds) : double.PositiveInfinity, TimeProvider.System);
            run.Run(console.Progress, cancel);
            var report = new RunReport(
                parsed.GetValue(scenario.Scenario)!, environment.Shape.Agents, worlds, parsed.GetValue(scenario.Threads), name, seed, run.Steps, run.Seconds, run.Episodes,
                run.Return, run.Length);
            report.Write(console.Output);
            if (parsed.GetValue(json) is { } path)
            {
                AtomicFile.Write(path.FullName, report.ToJson());
            }

            return 0;
        });
        return command;
    }
}
