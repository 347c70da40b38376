namespace GenRL.Swarm.Cli.Processes;

/// <summary>
/// The processes of a run. Their words go to <c>NAME.log</c> in a folder; one that ends by itself is told by <see cref="Failed"/>; disposing, or the end of
/// this process in whatever way, ends them all. One caller at a time.
/// </summary>
internal sealed class ProcessGroup : IAsyncDisposable
{
    private readonly string _folder;
    private readonly TextWriter? _echo;
    private readonly TimeProvider _time;
    private readonly Watchdog _watchdog = new();
    private readonly List<ChildProcess> _children = [];
    private readonly TaskCompletionSource<string> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An empty group.</summary>
    /// <param name="folder">Where the text logs go; made when missing.</param>
    /// <param name="echo">Gets every line too, with the child's name before it; null for none.</param>
    /// <param name="time">The clock.</param>
    public ProcessGroup(string folder, TextWriter? echo, TimeProvider time)
    {
        (_folder, _echo, _time) = (Directory.CreateDirectory(folder).FullName, echo, time);
    }

    /// <summary>How long a child may take to end.</summary>
    /// <value>Default 5 s.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Completes when a child ended that was not asked to, with what it said last.</summary>
    public Task<string> Failed => _failed.Task;

    /// <summary>Starts a child.</summary>
    public ChildProcess Start(ChildSpec spec)
    {
        var child = ChildProcess.Start(spec, Path.Combine(_folder, spec.Name + ".log"), _echo);
        _watchdog.Guard(child.Id);
        _children.Add(child);
        _ = WatchAsync(child);
        return child;
    }

    /// <summary>Has a process that somebody else started ended with us, should we end badly.</summary>
    public void Guard(int process) => _watchdog.Guard(process);

    /// <summary>That process has ended, or somebody sees to it.</summary>
    public void Release(int process) => _watchdog.Release(process);

    /// <summary>Asks the children to end, all at the same time; those that do not in time are killed with all that they started.</summary>
    public async Task StopAsync(params IEnumerable<ChildProcess> children)
    {
        ChildProcess[] stopped = [.. children];
        await Task.WhenAll(stopped.Select(child => child.StopAsync(Patience, _time)));
        foreach (var child in stopped)
        {
            _watchdog.Release(child.Id);
            _children.Remove(child);
            await child.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync([.. _children]);
        await _watchdog.DisposeAsync();
    }

    private async Task WatchAsync(ChildProcess child)
    {
        var code = await child.Ended;
        if (!child.IsStopping)
        {
            _failed.TrySetResult($"{child.Name} ended with code {code}: {child.LastLines}");
        }
    }
}
