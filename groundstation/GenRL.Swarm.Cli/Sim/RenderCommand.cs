using System.CommandLine;
using GenRL.Swarm.Cli.Sim.Policies;
using GenRL.Swarm.Cli.Sim.Rendering;
using GenRL.Swarm.Cli.Sim.Running;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim render</c>: a scenario as a page that plays it, as a picture, or as pictures of every step; or all scenarios at once.</summary>
internal static class RenderCommand
{
    private const int UsualSteps = 200;

    /// <summary>Steps of a picture: as much trail as still can be told apart.</summary>
    private const int PictureSteps = 60;

    public static Command Create()
    {
        var scenario = new ScenarioOptions { Scenario = { Arity = ArgumentArity.ZeroOrOne } };
        var policy = PolicyOption.CreateForPictures();
        var steps = Numbers.Option<int>("--steps", $"steps, at most; usually {UsualSteps}, {PictureSteps} for a single picture, which shows the first episode", 1, 100_000, null);
        var output = new Option<string>("--out") { Description = "FILE.html plays it, FILE.svg is a picture, FOLDER gets a picture of each step", Required = true };
        var all = new Option<bool>("--all") { Description = "every scenario: pictures, replays, an index and a sheet of all into the folder --out" };
        var command = new Command("render", "Draws a scenario, seen from above.")
        {
            scenario.Scenario, output, all, scenario.Robots, scenario.Seed, policy, steps, scenario.Precise,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(scenario.Scenario) is { Tokens.Count: > 0 }) == result.GetValue(all))
            {
                result.AddError("name a scenario, or give --all");
            }
        });
        command.SetSimAction("sim render", (parsed, console, cancel) =>
        {
            var (path, seed, name) = (parsed.GetValue(output)!, parsed.GetValue(scenario.Seed), parsed.GetValue(policy)!);
            var limit = parsed.GetResult(steps) is null ? default(int?) : parsed.GetValue(steps);
            if (parsed.GetValue(all))
            {
                new Gallery(seed, name, limit ?? PictureSteps).Write(path, ScenarioCatalog.Entries, console.Progress, cancel);
            }
            else
            {
                var picture = RenderTargets.Of(path) == RenderTarget.Picture;
                OutputPath.RequireFolder("--out", path);
                using var environment = scenario.Create(parsed);
                var rollout = new Rollout(environment, PolicyOption.Make(name, seed, environment.Shape.Worlds), seed);
                var film = FilmRun.Take(rollout, limit ?? (picture ? PictureSteps : UsualSteps), picture, console.Progress, cancel);
                film.Write(path, parsed.GetValue(scenario.Scenario)!, $"{environment.Shape.Agents} robots, {name} policy, seed {seed}", console.Progress, cancel);
            }

            console.Progress.Clear();
            console.Output.WriteLine(path);
            return 0;
        });
        return command;
    }
}
