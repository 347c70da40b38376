using System.Diagnostics;

namespace GenRL.Swarm.Messaging.Broker;

/// <summary>One life of the mosquitto child process.</summary>
internal sealed class BrokerRun : IAsyncDisposable
{
    private const int LinesKept = 20;

    // Debian puts it where a user's PATH does not look.
    private static readonly string[] SystemFolders = ["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin"];

    private readonly Queue<string> _lines = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private BrokerRun(Process process) => _process = process;

    public int ProcessId => _process.Id;

    /// <summary>Starts mosquitto with <paramref name="configurationFile"/> and returns when it listens.</summary>
    public static async Task<BrokerRun> StartAsync(string configurationFile, CancellationToken cancellation)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(Find(SystemFolders), ["-c", configurationFile]) { RedirectStandardError = true, UseShellExecute = false },
            EnableRaisingEvents = true,
        };
        var run = new BrokerRun(process);
        process.ErrorDataReceived += run.OnLine;
        process.Start();
        process.BeginErrorReadLine();
        try
        {
            var ended = process.WaitForExitAsync(cancellation);
            if (await Task.WhenAny(run._listening.Task, ended) == ended)
            {
                await ended;
                throw new InvalidOperationException($"mosquitto ended with code {process.ExitCode}: {run.Said()}");
            }

            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Looks for mosquitto on the PATH and in <paramref name="folders"/>.</summary>
    internal static string Find(string[] folders)
    {
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return path.Concat(folders).Select(folder => Path.Combine(folder, "mosquitto")).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("mosquitto is not installed: run 'apt-get install mosquitto', or './swarm setup'");
    }

    private void OnLine(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is not { } line)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }

        // "1700000000: mosquitto version 2.0.11 running" is said when every listener is open.
        if (line.EndsWith(" running", StringComparison.Ordinal))
        {
            _listening.TrySetResult();
        }
    }

    private string Said()
    {
        lock (_lines)
        {
            return string.Join(" | ", _lines);
        }
    }
}
