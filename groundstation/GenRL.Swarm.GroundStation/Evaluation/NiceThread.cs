using System.Runtime.InteropServices;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>A thread that lets every other go first, robots on the same machine above all.</summary>
internal static partial class NiceThread
{
    private const int Nice = 10;

    /// <summary>Runs <paramref name="work"/> on a thread of its own at nice 10.</summary>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(work, done)) { IsBackground = true, Name = "evaluation" };
        thread.Start();
        return done.Task;
    }

    private static void Run<T>(Func<T> work, TaskCompletionSource<T> done)
    {
        // PRIO_PROCESS with 0 means the calling thread. Without the right to, it stays as it is.
        _ = SetPriority(0, 0, Nice);
        try
        {
            done.SetResult(work());
        }
#pragma warning disable CA1031 // because every failure belongs to whoever awaits the task
        catch (Exception error)
#pragma warning restore CA1031
        {
            done.SetException(error);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
