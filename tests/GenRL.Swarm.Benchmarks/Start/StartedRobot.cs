using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.Benchmarks.Start;

/// <summary>A <c>swarm-onboard</c> in folders of its own. Disposing kills it.</summary>
internal sealed partial class StartedRobot : IDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder;
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly long _started;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Where it may work.</param>
    /// <param name="brokerPort">Port of the broker on this machine.</param>
    public StartedRobot(string folder, int brokerPort)
    {
        _folder = folder;
        var release = Directory.CreateDirectory(Path.Combine(folder, "release")).FullName;
        foreach (var file in Directory.EnumerateFiles(Pretrained.Folder))
        {
            File.Copy(file, Path.Combine(release, Path.GetFileName(file)));
        }

        using var signer = ReleaseSigner.OpenOrCreate(Path.Combine(folder, "signing.pem"));
        signer.SignFolder(release);
        var key = Path.Combine(folder, "trusted.pem");
        File.WriteAllText(key, signer.PublicKeyPem);

        var program = Path.Combine(Pretrained.Root(), "artifacts", "bin", "GenRL.Swarm.Onboard.Process", "release", "swarm-onboard");
        string[] arguments =
        [
            "--config", Path.Combine(Pretrained.Root(), "hardware-configs", "swarms", "demo-4.yaml"), "--robot", "0", "--seed", "7", "--source", "sim",
            "--broker", $"127.0.0.1:{brokerPort}", "--station", "http://127.0.0.1:1", "--logs", Path.Combine(folder, "logs"),
            "--store", Path.Combine(folder, "store"), "--release", release, "--trusted-key", key,
        ];
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false },
        };
        _process.OutputDataReceived += (_, line) => _lines.Writer.TryWrite(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Writer.TryWrite(line.Data ?? "");
        _started = Stopwatch.GetTimestamp();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until it is ready, lets it fly for <paramref name="time"/>, ends it and reads its log.</summary>
    /// <exception cref="TimeoutException">It did not come that far.</exception>
    public async Task<StartFigures> FlyAsync(TimeSpan time)
    {
        await LineAsync("ready:");
        var ready = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        var (busy, resident) = (_process.TotalProcessorTime.TotalSeconds, Megabytes("VmRSS:"));
        await Task.Delay(time);
        var (peak, end) = (Megabytes("VmHWM:"), Megabytes("VmRSS:"));
        _ = Signal(_process.Id, Terminate);
        var account = await LineAsync(" missed; ");
        await _process.WaitForExitAsync();
        var (step, first, tenth) = FirstTicks();
        return new StartFigures(ready, busy, resident, peak, end, step, first, tenth, account.Trim());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);

    private async Task<string> LineAsync(string part)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync(patience.Token);
                if (line.Contains(part, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException error)
        {
            throw new TimeoutException($"swarm-onboard did not say '{part}' within {Patience.TotalSeconds:F0} s", error);
        }
    }

    private double Megabytes(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    private (double Step, double First, double Tenth) FirstTicks()
    {
        var (step, ticks) = (0.0, new List<double>());
        using var reader = new TickLogReader(File.OpenRead(Directory.EnumerateFiles(Path.Combine(_folder, "logs", "r0"), "*.mcap").Order().First()));
        var (stepRecord, tickRecord) = (new StepRecord(), new TickRecord());
        foreach (var entry in reader)
        {
            if (entry.Kind == EntryKind.Step && step == 0.0)
            {
                entry.CopyTo(stepRecord);
                step = stepRecord.Duration;
            }

            if (entry.Kind == EntryKind.Tick)
            {
                entry.CopyTo(tickRecord);
                if (tickRecord.Fault == TickFault.None)
                {
                    ticks.Add(tickRecord.Timings.Total);
                }
            }
        }

        return (step, ticks[0], ticks[Math.Min(9, ticks.Count - 1)]);
    }
}
