using System.CommandLine;
using System.Runtime.InteropServices;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Cli.Sim.Terminal;

/// <summary>What the simulator's commands share: their own thread, Ctrl-C, and one line for whatever cannot be done.</summary>
internal static class SimActions
{
    private const int CouldNotRun = 2;

    /// <summary>As shells expect of what SIGINT ended.</summary>
    private const int Stopped = 130;

    /// <summary>What <paramref name="command"/> does. Its exit code: the action's own, 2 for what cannot be done as asked, 130 after Ctrl-C.</summary>
    public static void SetSimAction(this Command command, string name, Func<ParseResult, SimConsole, CancellationToken, int> action) =>
        command.SetAction((parsed, cancel) => Task.Run(() => Run(name, parsed, action, cancel), CancellationToken.None));

    private static int Run(string name, ParseResult parsed, Func<ParseResult, SimConsole, CancellationToken, int> action, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var width = error == Console.Error && !Console.IsErrorRedirected ? Console.WindowWidth : 0;
        var progress = new ProgressLine(error, width, TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // The command line's own handling covers Ctrl-C and SIGTERM; a terminal that is closed sends this.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });
        try
        {
            return action(parsed, new SimConsole(output, progress), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Fail("stopped", Stopped);
        }
        catch (Exception problem) when (problem is ScenarioException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Fail(problem.Message, CouldNotRun);
        }
        catch (OutOfMemoryException)
        {
            return Fail("out of memory: fewer worlds or robots need less", CouldNotRun);
        }

        int Fail(string why, int exitCode)
        {
            progress.Clear();
            error.WriteLine($"swarm {name}: {why}");
            return exitCode;
        }
    }
}
