using System.CommandLine;
using System.Runtime.InteropServices;
using GenRL.Swarm.Cli.Demo.Watching;
using GenRL.Swarm.Cli.Processes;

namespace GenRL.Swarm.Cli.Demo;

/// <summary><c>swarm demo</c>: the whole loop on one machine. Exit code 0 when it closed, 1 when it did not, 2 when it could not run, 130 when it was stopped.</summary>
internal static class DemoCommand
{
    private const int CouldNotRun = 2;
    private const int Stopped = 130;

    public static Command Create()
    {
        var robots = new Option<int>("--robots") { Description = "number of robots, 2 to 16", DefaultValueFactory = _ => 4 };
        var seed = new Option<ulong>("--seed") { Description = "goals, noise and every random stream follow from it", DefaultValueFactory = _ => 7 };
        var headless = new Option<bool>("--headless") { Description = "plain lines instead of a live display" };
        var json = new Option<FileInfo>("--json") { Description = "write every figure to this file" };
        var pretrained = new Option<DirectoryInfo>("--pretrained") { Description = "folder of bundle/ and learning/ to begin with, instead of the one that is shipped" };
        var verbose = new Option<bool>("--verbose") { Description = "repeat what every process says" };
        robots.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 2 or > 16)
            {
                result.AddError("--robots must lie between 2 and 16");
            }
        });
        var command = new Command("demo", "Robots fly, the ground station learns from their logs, the fleet swaps weights in flight.")
        {
            robots, seed, headless, json, pretrained, verbose,
        };
        command.SetAction((parsed, cancel) => RunAsync(
            () => new DemoOptions
            {
                Robots = parsed.GetValue(robots), Seed = parsed.GetValue(seed), Headless = parsed.GetValue(headless), Verbose = parsed.GetValue(verbose),
                Json = parsed.GetValue(json)?.FullName,
                Pretrained = parsed.GetValue(pretrained)?.FullName ?? Path.Combine(Programs.FolderAbove("groundstation"), "pretrained", "nominal"),
            },
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(Func<DemoOptions> options, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            var chosen = options();
            using var screen = DemoScreen.Create(chosen.Headless);
            return await new DemoRun(chosen, screen, TimeProvider.System).RunAsync(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("swarm demo: stopped; no process is left");
            return Stopped;
        }
        catch (Exception error) when (error is DemoException or IOException or HttpRequestException or InvalidOperationException or DllNotFoundException)
        {
            await Console.Error.WriteLineAsync($"swarm demo: {error.Message}");
            return CouldNotRun;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
