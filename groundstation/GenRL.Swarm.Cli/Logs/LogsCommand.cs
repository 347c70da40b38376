using System.CommandLine;

namespace GenRL.Swarm.Cli.Logs;

/// <summary><c>swarm logs</c>: what a tick log holds, and whether the robot's brain comes to the same again.</summary>
internal static class LogsCommand
{
    public static Command Create() => new("logs", "Reads tick logs.") { Info(), Replay() };

    private static Command Info()
    {
        var file = new Argument<FileInfo>("file") { Description = "tick log" };
        var command = new Command("info", "Says what a tick log holds.") { file };
        command.SetAction(parsed => Guard(parsed, () => LogInfo.Write(parsed.GetValue(file)!.FullName, parsed.InvocationConfiguration.Output)));
        return command;
    }

    private static Command Replay()
    {
        var files = new Argument<string[]>("files") { Description = "all logs of one robot's run, or their folder", Arity = ArgumentArity.OneOrMore };
        var bundles = new Option<DirectoryInfo[]>("--bundle") { Description = "folder of a bundle that was flown", AllowMultipleArgumentsPerToken = true };
        var stores = new Option<DirectoryInfo[]>("--store") { Description = "bundle store; without, the one beside the logs of a ground station", AllowMultipleArgumentsPerToken = true };
        var command = new Command("replay", "Flies recorded runs again and compares every plan and command bit by bit.") { files, bundles, stores };
        command.SetAction(parsed => Guard(parsed, () =>
        {
            var paths = RunFiles.Find(parsed.GetValue(files)!);
            using var source = new BundleSource(
                [.. (parsed.GetValue(bundles) ?? []).Select(b => b.FullName)],
                [.. (parsed.GetValue(stores) ?? []).Select(s => s.FullName), .. BundleSource.StoresBeside(paths)]);
            return new ReplayRun(source, parsed.InvocationConfiguration.Output).Run(paths);
        }));
        return command;
    }

    private static int Guard(ParseResult parsed, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or DllNotFoundException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"swarm logs: {error.Message}");
            return 2;
        }
    }
}
