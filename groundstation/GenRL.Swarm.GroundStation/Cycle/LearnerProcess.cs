using System.Diagnostics;
using System.Text.Json;

namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>
/// Runs the learning process: nice 10 and one thread, so that robots on the same machine keep their ticks; it dies with the station, however
/// that ends. Lines that are not <see cref="LearnerLine"/>s, and its standard error, go to the text log.
/// </summary>
public sealed class LearnerProcess(ILogger<LearnerProcess> logger)
{
    /// <summary>Runs it to its end; the cancellation kills it and all that it started.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="progress">Told every line.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <returns>Its exit code, and the last line of its standard error.</returns>
    public async Task<(int ExitCode, string? Error)> RunAsync(IEnumerable<string> command, Action<LearnerLine> progress, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(command) };
        string? error = null;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // The kernel ends the child when the thread that made it ends, so that thread waits for it.
        var thread = new Thread(() => StartAndWait(process, started, exited)) { IsBackground = true, Name = "learner" };
        thread.Start();
        await started.Task;
        await using (cancellationToken.Register(() => process.Kill(entireProcessTree: true)))
        {
            await Task.WhenAll(ReadAsync(process.StandardOutput, line => Take(line, progress)), ReadAsync(process.StandardError, line => Note(error = line)), exited.Task);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return (process.ExitCode, error);
    }

    private static void StartAndWait(Process process, TaskCompletionSource started, TaskCompletionSource exited)
    {
        try
        {
            process.Start();
            started.SetResult();
            process.WaitForExit();
            exited.SetResult();
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            started.TrySetException(e);
            exited.TrySetException(e);
        }
    }

    private static ProcessStartInfo StartInfo(IEnumerable<string> command)
    {
        var info = new ProcessStartInfo("setpriv") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (IEnumerable<string>)["--pdeathsig", "KILL", "nice", "-n", "10", .. command])
        {
            info.ArgumentList.Add(argument);
        }

        info.Environment["OMP_NUM_THREADS"] = "1";
        info.Environment["OPENBLAS_NUM_THREADS"] = "1";
        return info;
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> use)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            use(line);
        }
    }

    private void Take(string line, Action<LearnerLine> progress)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, StationJson.Default.LearnerLine) is { Progress: >= 0 and <= 1 } told)
            {
                progress(told);
                return;
            }
        }
        catch (JsonException)
        {
            // Not for the page; for the text log.
        }

        Note(line);
    }

    private void Note(string line) => Log.LearnerSaid(logger, line);
}
