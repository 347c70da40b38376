using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenRL.Swarm.Cli.Processes;

/// <summary>One child in a session of its own, so that Ctrl-C reaches us alone and whatever the child starts can be ended with it.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int Kill = 9;

    // Small processes, several to a core; nothing is told to anybody; no line for every HTTP request.
    private static readonly (string Name, string Value)[] Environment =
    [
        ("DOTNET_gcServer", "0"), ("DOTNET_gcConcurrent", "0"), ("DOTNET_GCgen0size", "400000"), ("DOTNET_TieredPGO", "0"), ("MALLOC_ARENA_MAX", "2"), ("DOTNET_NOLOGO", "1"), ("DOTNET_CLI_TELEMETRY_OPTOUT", "1"),
        ("ORT_DISABLE_TELEMETRY", "1"), ("OMP_WAIT_POLICY", "passive"),
        ("Logging__LogLevel__Microsoft.AspNetCore", "Warning"),
    ];

    private readonly Process _process;
    private readonly ChildLog _log;
    private readonly Task _said;

    private ChildProcess(string name, Process process, ChildLog log)
    {
        (Name, _process, _log) = (name, process, log);
        Id = process.Id;
        _said = Task.WhenAll(log.FollowAsync(process.StandardOutput), log.FollowAsync(process.StandardError));
        Ended = EndAsync();
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its process id, also that of its process group.</summary>
    public int Id { get; }

    /// <summary>Completes with its exit code.</summary>
    public Task<int> Ended { get; }

    /// <summary>Whether we have asked it to end.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Its last lines.</summary>
    public string LastLines => _log.Last;

    /// <summary>Starts it.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there.</exception>
    public static ChildProcess Start(ChildSpec spec, string logFile, TextWriter? echo)
    {
        // setsid becomes the program: the process id stays the same.
        var info = new ProcessStartInfo("setsid", spec.Command) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in Environment)
        {
            info.Environment[name] = value;
        }

        var process = Process.Start(info) ?? throw new InvalidOperationException($"{spec.Name} did not start");
        return new ChildProcess(spec.Name, process, new ChildLog(spec.Name, logFile, echo));
    }

    /// <summary>Asks it to end; after <paramref name="patience"/> it is killed with all that it started.</summary>
    public async Task StopAsync(TimeSpan patience, TimeProvider time)
    {
        IsStopping = true;
        if (!Ended.IsCompleted)
        {
            _ = SendSignal(Id, Terminate);
        }

        try
        {
            await Ended.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            _ = SendSignal(-Id, Kill);
            await Ended;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Ended;
        _process.Dispose();
        _log.Dispose();
    }

    private async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();

        // A grandchild could keep the pipes open for ever.
        _ = SendSignal(-Id, Kill);
        await _said;
        return _process.ExitCode;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
