using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.SystemTests.Running;

/// <summary>What a robot's tick logs say, those that are still written to included.</summary>
internal sealed class FlightLogs
{
    private FlightLogs()
    {
    }

    /// <summary>The control steps in order.</summary>
    public List<FlownStep> Steps { get; } = [];

    /// <summary>When the plan ticks were.</summary>
    public List<Stamp> Ticks { get; } = [];

    /// <summary>What happened beside them.</summary>
    public List<LogEvent> Events { get; } = [];

    /// <summary>Reads all logs in <paramref name="folders"/>, one folder after the other; a folder need not be there yet.</summary>
    public static FlightLogs Read(params string[] folders)
    {
        var logs = new FlightLogs();
        foreach (var path in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.mcap*").Order(StringComparer.Ordinal)))
        {
            try
            {
                logs.Add(path);
            }
            catch (FileNotFoundException)
            {
                // Finished, or uploaded, meanwhile: under its other name next time.
            }
        }

        logs.Steps.Sort((a, b) => a.At.CompareTo(b.At));
        return logs;
    }

    private void Add(string path)
    {
        var step = new StepRecord();
        using var reader = TickLogReader.Open(path);
        foreach (var entry in reader)
        {
            switch (entry.Kind)
            {
                case EntryKind.Step:
                    entry.CopyTo(step);
                    Steps.Add(new FlownStep(step.Now, step.Verdict.Allowed, step.Verdict.Reason));
                    break;
                case EntryKind.Tick:
                    Ticks.Add(entry.Time);
                    break;
                case EntryKind.Event:
                    Events.Add(entry.ToEvent());
                    break;
            }
        }
    }
}

/// <summary>One control step.</summary>
/// <param name="At">When.</param>
/// <param name="Command">What the wheels were told, metres per second.</param>
/// <param name="Reason">Why that is not what was planned.</param>
internal readonly record struct FlownStep(Stamp At, Vector2 Command, ShieldReason Reason);
