using GenRL.Swarm.GroundStation.Ingest;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.GroundStation.Fleet;

/// <summary>One line of the event list.</summary>
/// <param name="Time">When.</param>
/// <param name="Level"><c>info</c>, <c>good</c> or <c>bad</c>.</param>
/// <param name="Text">What, for people.</param>
public sealed record FleetEvent(DateTimeOffset Time, string Level, string Text);

/// <summary>The latest events, for the page and the text log. Holds <see cref="Capacity"/>, drops the oldest. Thread-safe.</summary>
public sealed class FleetEvents(TimeProvider time, ILogger<FleetEvents> logger)
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 100;

    private readonly Lock _lock = new();
    private readonly Queue<FleetEvent> _events = new();

    /// <summary>The latest, newest first.</summary>
    public IReadOnlyList<FleetEvent> Latest()
    {
        lock (_lock)
        {
            return [.. _events.Reverse()];
        }
    }

    /// <summary>Notes a step of the slow loop.</summary>
    public void Step(string step, string detail, string level = "info")
    {
        Log.CycleStep(logger, step, detail);
        Add(level, $"{step}: {detail}");
    }

    internal void LogArrived(UploadRequest log)
    {
        Log.LogArrived(logger, log.Robot.ToString(), log.Name, log.Bytes);
        Add("info", $"log {log.Name} of {log.Robot} arrived, {log.Bytes / 1024.0:0} kB");
    }

    internal void UploadRefused(UploadRequest log, UploadFault fault)
    {
        Log.UploadRefused(logger, log.Robot.ToString(), log.Name, fault);
        Add("bad", $"log {log.Name} of {log.Robot} refused: {fault}");
    }

    internal void RolloutMoved(Rollout rollout)
    {
        Log.RolloutMoved(logger, rollout.Number, rollout.Release.Short, rollout.Stage, rollout.Reason);
        var level = rollout.Stage switch { RolloutStage.Stopped => "bad", RolloutStage.Completed => "good", _ => "info" };
        Add(level, $"rollout of {rollout.Release.Short}: {rollout.Stage} {rollout.Reason}".TrimEnd());
    }

    internal void Note(string level, string text) => Add(level, text);

    private void Add(string level, string text)
    {
        lock (_lock)
        {
            _events.Enqueue(new FleetEvent(time.GetUtcNow(), level, text));
            if (_events.Count > Capacity)
            {
                _events.Dequeue();
            }
        }
    }
}
