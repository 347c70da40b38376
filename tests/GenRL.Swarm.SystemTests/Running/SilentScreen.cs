using System.Collections.Concurrent;
using GenRL.Swarm.Cli.Demo.Watching;

namespace GenRL.Swarm.SystemTests.Running;

/// <summary>Keeps what people would see, for the message of a test that fails.</summary>
internal sealed class SilentScreen : IDemoScreen
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Said => string.Join('\n', _lines);

    public void Say(string line) => _lines.Enqueue(line);

    public void Progress(string phase, string what, double progress)
    {
        // What stays is said.
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
