using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.Onboard.Process.Tests.Flights;

/// <summary>A real <c>swarm-onboard</c>, and the folders it works in.</summary>
internal sealed partial class OnboardChild : IDisposable
{
    private const int Terminate = 15;

    private readonly System.Diagnostics.Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    public OnboardChild(TempFolder folder, int brokerPort, string station = "http://127.0.0.1:1")
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "swarm-onboard"))
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            ArgumentList =
            {
                "--config", Repository.SwarmFile, "--robot", "0", "--seed", "7", "--source", "sim",
                "--broker", $"127.0.0.1:{brokerPort}", "--station", station, "--logs", folder["logs"],
                "--store", folder["store"], "--release", folder["first"], "--trusted-key", folder["trusted.pem"],
            },
        };
        _process = new System.Diagnostics.Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _lines);

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Makes the first release and the key that signs it.</summary>
    public static ReleaseSigner Prepare(TempFolder folder)
    {
        var signer = ReleaseSigner.OpenOrCreate(folder["signing.pem"]);
        File.WriteAllText(folder["trusted.pem"], signer.PublicKeyPem);
        RandomBundle.Write(folder["first"], RandomBundle.Files(1), signer);
        return signer;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task<int> StopAsync()
    {
        Assert.Equal(0, Signal(_process.Id, Terminate));
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
