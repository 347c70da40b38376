using System.Diagnostics;

namespace Microsoft.ML.OnnxRuntime.Tests;

/// <summary>Runs <c>dotnet ARGUMENTS</c> to its end, in an environment that the caller may change first.</summary>
internal static class ChildProcess
{
    public static async Task<(int ExitCode, string Output)> RunDotnetAsync(
        IEnumerable<string> arguments, Action<IDictionary<string, string?>> environment, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the runner of these tests sets for itself would steer the child's MSBuild too.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        environment(start.Environment);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output + await errors);
    }
}
