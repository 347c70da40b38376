namespace GenRL.Swarm.TestKit;

/// <summary>Counts what the calling thread allocates.</summary>
public static class Allocation
{
    private const int Runs = 3;

    /// <summary>
    /// The bytes that <paramref name="action"/> allocates: the least of three runs. What the code allocates it allocates each time; what a collection that falls
    /// into a run adds, by taking away the rest of the thread's allocation window, it does not.
    /// </summary>
    public static long Of(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var least = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
