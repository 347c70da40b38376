using System.Runtime.ExceptionServices;

namespace GenRL.Swarm.Sim.Engine.Threads;

/// <summary>
/// Some threads that share the units of a workload, each a contiguous part, the caller's thread among them. Which thread does which unit changes
/// no result. A run allocates nothing. One caller at a time.
/// </summary>
internal sealed class WorkerTeam : IDisposable
{
    private readonly Thread[] _threads;
    private readonly SemaphoreSlim[] _starts;
    private readonly CountdownEvent _done = new(1);
    private IWorkload? _workload;
    private int _units;
    private ExceptionDispatchInfo? _failure;
    private volatile bool _ends;

    /// <summary>A team of <paramref name="threads"/>, the caller's included.</summary>
    public WorkerTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        _starts = [.. Enumerable.Range(1, threads - 1).Select(_ => new SemaphoreSlim(0))];
        _threads = [.. Enumerable.Range(1, threads - 1).Select(part => new Thread(() => Serve(part)) { IsBackground = true, Name = $"worlds {part}" })];
        foreach (var thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>Threads of the team.</summary>
    public int Threads => _starts.Length + 1;

    /// <summary>Does all units of <paramref name="workload"/>; returns when the last is done.</summary>
    /// <exception cref="ObjectDisposedException">The threads have ended.</exception>
    public void Run(IWorkload workload, int units)
    {
        ObjectDisposedException.ThrowIf(_ends, this);
        if (_starts.Length == 0 || units == 1)
        {
            workload.Work(0, units);
            return;
        }

        (_workload, _units, _failure) = (workload, units, null);
        _done.Reset(_starts.Length);
        foreach (var start in _starts)
        {
            start.Release();
        }

        try
        {
            Work(0);
        }
        finally
        {
            _done.Wait();
        }

        _failure?.Throw();
    }

    /// <summary>Ends the threads, and waits until they have ended.</summary>
    public void Dispose()
    {
        if (_ends)
        {
            return;
        }

        _ends = true;
        foreach (var (start, thread) in _starts.Zip(_threads))
        {
            start.Release();
            thread.Join();
            start.Dispose();
        }

        _done.Dispose();
    }

    private void Serve(int part)
    {
        while (true)
        {
            _starts[part - 1].Wait();
            if (_ends)
            {
                return;
            }

            try
            {
                Work(part);
            }
            catch (Exception exception) // handed to the caller, whose fault it is
            {
                _failure = ExceptionDispatchInfo.Capture(exception);
            }
            finally
            {
                _done.Signal();
            }
        }
    }

    private void Work(int part)
    {
        var first = (int)((long)_units * part / Threads);
        var end = (int)((long)_units * (part + 1) / Threads);
        if (first < end)
        {
            _workload!.Work(first, end);
        }
    }
}
