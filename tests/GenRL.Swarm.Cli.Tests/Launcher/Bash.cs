using System.Diagnostics;

namespace GenRL.Swarm.Cli.Tests.Launcher;

/// <summary>Runs a few lines of the launcher's scripts against a folder that stands in for the repository.</summary>
internal sealed class Bash : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("swarm-launcher-").FullName;

    /// <summary>The repository itself: the first folder above the tests that holds the launcher.</summary>
    public static string Repository { get; } = FindRepository();

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Runs <paramref name="script"/> with the given eng scripts sourced; returns exit code, standard output and standard error.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(string script, params string[] sources)
    {
        var cancel = TestContext.Current.CancellationToken;
        var lines = sources.Select(static source => $". '{Repository}/eng/{source}.sh'");
        var prologue = $"set -euo pipefail\nroot='{Folder}' cache='{Folder}/.cache' cli='{Folder}/cli.dll'\n{string.Join('\n', lines)}\n";
        var start = new ProcessStartInfo("bash", ["-c", prologue + script]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await errors);
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GenRL.Swarm.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("GenRL.Swarm.sln lies in no folder above the tests");
        }

        return folder.FullName;
    }
}
