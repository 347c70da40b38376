using System.CommandLine;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Parity;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Cli.Sim;

/// <summary><c>swarm sim parity</c>: runs trajectory files of other simulators and compares every value that they store.</summary>
internal static class ParityCommand
{
    public static Command Create()
    {
        var golden = new Option<DirectoryInfo>("--golden") { Description = "folder of trajectory files; every *.json in it and below is run", Required = true };
        var json = new Option<FileInfo>("--json") { Description = "write every file's figures to this file" };
        var command = new Command("parity", "Runs trajectory files of other simulators and compares every value.") { golden, json };
        command.SetSimAction("sim parity", (parsed, console, cancel) =>
        {
            OutputPath.RequireFile(parsed, json);
            var run = ParityRun.Of(Folder(parsed.GetValue(golden)!), (done, of, file) => console.Progress.Show($"parity: {done} of {of} files, {file}"), cancel);
            console.Progress.Clear();
            run.Write(console.Output);
            if (parsed.GetValue(json) is { } path)
            {
                AtomicFile.Write(path.FullName, run.ToJson());
            }

            return run.Passed ? 0 : 1;
        });
        return command;
    }

    private static string Folder(DirectoryInfo golden) =>
        golden.Exists ? golden.ToString() : throw new IOException($"--golden: there is no folder {golden}");
}
