namespace GenRL.Swarm.Cli.Sim.Terminal;

/// <summary>
/// How far a long run is: one line that is drawn over itself on a terminal, a line every few seconds elsewhere, nothing for a run that is short.
/// Not thread-safe.
/// </summary>
/// <param name="output">Standard error.</param>
/// <param name="width">Columns of the terminal; 0 where there is none.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressLine(TextWriter output, int width, TimeProvider time)
{
    private const string Erase = "\r\e[K";

    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);

    private long _last = time.GetTimestamp();
    private bool _drawn;

    /// <summary>Whether it is time to show something.</summary>
    public bool IsDue => time.GetElapsedTime(_last) >= (width > 0 ? OnTerminal : Elsewhere);

    /// <summary>Shows a line, if it is time to.</summary>
    public void Show(string line)
    {
        if (!IsDue)
        {
            return;
        }

        _last = time.GetTimestamp();
        output.Write(width > 0 ? Erase + line[..Math.Min(line.Length, width - 1)] : line + Environment.NewLine);
        output.Flush();
        _drawn = width > 0;
    }

    /// <summary>Takes the line off a terminal.</summary>
    public void Clear()
    {
        if (_drawn)
        {
            output.Write(Erase);
            output.Flush();
            _drawn = false;
        }
    }
}
