namespace GenRL.Swarm.Cli.Demo.Watching;

/// <summary>For a terminal: what is said stays above one line that is drawn over itself.</summary>
internal sealed class LiveScreen(TextWriter output, Func<int> width) : IDemoScreen
{
    private const int BarWidth = 24;
    private const string Erase = "\r\e[K";

    private readonly Lock _lock = new();
    private string _line = "";

    public void Say(string line)
    {
        lock (_lock)
        {
            output.Write($"{Erase}{line}\n{_line}");
            output.Flush();
        }
    }

    public void Progress(string phase, string what, double progress)
    {
        lock (_lock)
        {
            var filled = (int)(BarWidth * Math.Clamp(progress, 0, 1));
            var line = $"{phase} {new string('━', filled)}{new string('─', BarWidth - filled)} {what}";
            _line = line[..Math.Min(line.Length, Math.Max(width() - 1, BarWidth))];
            output.Write(Erase + _line);
            output.Flush();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            output.Write(Erase);
            output.Flush();
        }
    }
}
