using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.TickLog.Tests;

/// <summary>Writes logs as a robot would: steps at 50 Hz, a tick with every fifth, an event now and then.</summary>
internal static class LogMaker
{
    /// <summary>Writes a log and returns its entries as text.</summary>
    public static List<string> Write(string path, int steps, TickLogOptions options)
    {
        using var writer = TickLogWriter.ToFile(path, Samples.Header, options);
        return Append(writer, 0, steps);
    }

    public static List<string> Append(TickLogWriter writer, long from, int steps)
    {
        var lines = new List<string>();
        var step = new StepRecord();
        var tick = new TickRecord();
        for (var i = from; i < from + steps; i++)
        {
            Samples.Fill(step, i);
            writer.Append(step);
            lines.Add(LogText.Of(step));
            if (i % 5 == 0)
            {
                Samples.Fill(tick, i / 5);
                writer.Append(tick);
                lines.Add(LogText.Of(tick));
            }

            if (i % 60 == 30)
            {
                writer.Append(Samples.Event(i));
                lines.Add(LogText.Of(Samples.Event(i)));
            }
        }

        return lines;
    }
}
