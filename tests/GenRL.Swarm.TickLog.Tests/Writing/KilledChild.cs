using System.Diagnostics;
using System.Runtime.CompilerServices;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.TickLog.Tests.Writing;

/// <summary>This executable, started again to do nothing but append to a log until it is killed.</summary>
internal static class KilledChild
{
    private const string FolderVariable = "TICKLOG_TEST_CHILD";

    public static Process Start(string folder)
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(KilledChild).Assembly.Location, null)) { UseShellExecute = false };
        start.Environment[FolderVariable] = folder;
        return Process.Start(start)!;
    }

    [ModuleInitializer]
    public static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is not { } folder)
        {
            return;
        }

        // Ends by itself after some 10 minutes of log time in case nobody kills it.
        using var writer = TickLogWriter.ToFolder(
            folder, Samples.Header, new TickLogOptions { Lockstep = true, RollAge = TimeSpan.MaxValue, ChunkAge = TimeSpan.FromMilliseconds(200) });
        LogMaker.Append(writer, 0, 30_000);
        Environment.Exit(1);
    }
}
