using System.Diagnostics;

namespace GenRL.Swarm.Cli.Processes;

/// <summary>
/// Ends the children when this process ends without doing so, even by SIGKILL: a shell that is told of them through a pipe, and kills them when the pipe
/// closes. In a session of its own.
/// </summary>
internal sealed class Watchdog : IAsyncDisposable
{
    // +N: process group N is there; -N: it is gone. A number without its group (the broker's) names a process.
    private const string Script =
        """
        ids=" "
        while read -r word; do
          case $word in
            +*) ids="$ids${word#+} " ;;
            -*) ids=$(printf '%s' "$ids" | sed "s/ ${word#-} / /") ;;
          esac
        done
        for id in $ids; do kill -s KILL -- "-$id" 2>/dev/null || kill -s KILL "$id" 2>/dev/null; done
        """;

    private readonly Process _shell;

    /// <summary>Starts it.</summary>
    public Watchdog()
    {
        var info = new ProcessStartInfo("setsid", ["sh", "-c", Script]) { RedirectStandardInput = true, UseShellExecute = false };
        _shell = Process.Start(info) ?? throw new InvalidOperationException("the watchdog did not start");
        _shell.StandardInput.AutoFlush = true;
    }

    /// <summary>A process, or process group, is to be ended with us.</summary>
    public void Guard(int id) => _shell.StandardInput.WriteLine($"+{id}");

    /// <summary>It has ended.</summary>
    public void Release(int id) => _shell.StandardInput.WriteLine($"-{id}");

    /// <summary>Kills what is still guarded.</summary>
    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }
}
