using System.Diagnostics;
using System.Text.Json;

namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>Runs a peer's measuring script, which prints one line of JSON.</summary>
/// <param name="folder">Where the scripts lie; what they import is found through the environment.</param>
internal sealed class PeerRunner(string folder)
{
    /// <summary>Environment steps per second of processor time; null if the peer cannot be run, with the reason on the error stream.</summary>
    public double? Measure(SimPeer peer, int worlds, double seconds)
    {
        var command = peer.Command(worlds, seconds);
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(folder, command[0]));
        foreach (var argument in command[1..])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode == 0 && lines.Length > 0)
        {
            using var figures = JsonDocument.Parse(lines[^1]);
            return figures.RootElement.TryGetProperty("env_steps_per_cpu_s", out var rate) ? rate.GetDouble()
                : figures.RootElement.GetProperty("sim_steps_per_cpu_s").GetDouble();
        }

        Console.Error.WriteLine($"{peer.Name} cannot be run: {errors.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()}");
        return null;
    }
}
