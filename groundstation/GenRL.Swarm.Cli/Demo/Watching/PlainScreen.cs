namespace GenRL.Swarm.Cli.Demo.Watching;

/// <summary>For pipes and files: a line whenever something changes, not for every step of a bar.</summary>
internal sealed class PlainScreen(TextWriter output) : IDemoScreen
{
    private readonly Lock _lock = new();
    private string _last = "";

    public void Say(string line)
    {
        lock (_lock)
        {
            output.WriteLine(line);
        }
    }

    public void Progress(string phase, string what, double progress)
    {
        lock (_lock)
        {
            // Figures change all the time; the words before them are what matters.
            var words = $"{phase}  {what}";
            var stage = new string([.. words.TakeWhile(c => !char.IsAsciiDigit(c))]);
            if (stage != _last || phase is "A" or "C")
            {
                output.WriteLine($"{words} ({progress:P0})");
            }

            _last = stage;
        }
    }

    public void Dispose()
    {
        // Nothing is left to be drawn.
    }
}
