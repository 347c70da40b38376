namespace GenRL.Swarm.Cli.Processes;

/// <summary>What a child says: all of it in a file, the last lines in memory, live on <c>echo</c> when that is given. Thread-safe.</summary>
internal sealed class ChildLog(string name, string path, TextWriter? echo) : IDisposable
{
    private const int LinesKept = 12;

    private readonly Lock _lock = new();
    private readonly Queue<string> _last = new();
    private readonly StreamWriter _file = new(path) { AutoFlush = true };

    /// <summary>The last lines.</summary>
    public string Last
    {
        get
        {
            lock (_lock)
            {
                return string.Join(Environment.NewLine, _last);
            }
        }
    }

    /// <summary>Reads a stream of the child to its end.</summary>
    public async Task FollowAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            Add(line);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Add(string line)
    {
        lock (_lock)
        {
            _file.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > LinesKept)
            {
                _last.Dequeue();
            }
        }

        echo?.WriteLine($"{name,-8} {line}");
    }
}
