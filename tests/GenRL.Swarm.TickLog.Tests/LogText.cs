using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Layout;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.TickLog.Tests;

/// <summary>Entries as lines that can be compared: kind, time and every byte of the record.</summary>
internal static class LogText
{
    public static string Of(StepRecord record)
    {
        var bytes = new byte[StepLayout.SizeOf(record)];
        StepLayout.Write(record, bytes);
        return $"step {Convert.ToHexString(bytes)}";
    }

    public static string Of(TickRecord record)
    {
        var bytes = new byte[TickLayout.SizeOf(record)];
        TickLayout.Write(record, bytes);
        return $"tick {Convert.ToHexString(bytes)}";
    }

    public static string Of(LogEvent record) => record.ToString();

    public static List<string> Read(TickLogReader reader)
    {
        var lines = new List<string>();
        var step = new StepRecord();
        var tick = new TickRecord();
        foreach (var entry in reader)
        {
            switch (entry.Kind)
            {
                case EntryKind.Step:
                    entry.CopyTo(step);
                    lines.Add(Of(step));
                    break;
                case EntryKind.Tick:
                    entry.CopyTo(tick);
                    lines.Add(Of(tick));
                    break;
                default:
                    lines.Add(Of(entry.ToEvent()));
                    break;
            }
        }

        return lines;
    }

    public static List<string> Read(byte[] file)
    {
        using var reader = new TickLogReader(new MemoryStream(file));
        return Read(reader);
    }
}
