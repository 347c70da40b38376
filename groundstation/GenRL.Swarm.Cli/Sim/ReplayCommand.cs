using System.CommandLine;
using GenRL.Swarm.Cli.Sim.Rendering;
using GenRL.Swarm.Cli.Sim.Running;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Recording;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim replay</c>: simulates a recorded run again and compares every world after every step. Exit code 1 where one differs.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "recording" };
        var threads = new ScenarioOptions().Threads;
        var render = new Option<string>("--render") { Description = "draw the first world too: FILE.html, FILE.svg, or FOLDER" };
        var command = new Command("replay", "Simulates a recorded run again and compares every step, bit for bit.") { file, threads, render };
        command.SetSimAction("sim replay", (parsed, console, cancel) =>
        {
            var (path, drawing) = (parsed.GetValue(file)!, parsed.GetValue(render));
            if (drawing is not null)
            {
                _ = RenderTargets.Of(drawing);
                OutputPath.RequireFolder("--render", drawing);
            }

            try
            {
                using var recording = RecordingReader.Open(path.FullName);
                return Replay(recording, parsed.GetValue(threads), drawing, console, cancel);
            }
            catch (InvalidDataException error)
            {
                throw new InvalidDataException($"{path}: {error.Message}", error);
            }
        });
        return command;
    }

    private static int Replay(RecordingReader recording, int threads, string? drawing, SimConsole console, CancellationToken cancel)
    {
        var run = recording.Run;
        using var environment = ScenarioOptions.Create(ScenarioCatalog.Find(run.Scenario), new ScenarioRequest(run.Worlds, run.Robots, threads, run.Precise));
        var camera = new Camera(environment);
        var result = GenRL.Swarm.Sim.Recording.Replay.Run(recording, environment, (step, rewards, ends) =>
        {
            cancel.ThrowIfCancellationRequested();
            if (console.Progress.IsDue)
            {
                console.Progress.Show($"replay: {step} steps");
            }

            if (drawing is null)
            {
                return;
            }

            if (step == 0)
            {
                camera.FilmStart();
            }
            else
            {
                camera.FilmStep(rewards, ends);
            }
        });
        if (drawing is not null && camera.Film.Frames.Count > 0)
        {
            camera.Film.Write(drawing, run.Scenario, $"replay: {environment.Shape.Agents} robots, {run.Policy} policy, seed {run.Seed}", console.Progress, cancel);
        }

        console.Progress.Clear();
        if (result.DifferentWorld is { } world)
        {
            console.Output.WriteLine($"different: step {result.Steps} of world {world} of {run.Scenario}{(result.Steps == 0 ? ", the reset" : "")}; what came before is equal");
            return 1;
        }

        console.Output.WriteLine($"equal: {result.Steps} steps of {run.Worlds} {(run.Worlds == 1 ? "world" : "worlds")} of {run.Scenario}, bit for bit");
        return 0;
    }
}
