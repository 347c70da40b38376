using System.Globalization;
using System.Numerics;
using GenRL.Swarm.Contracts.Recording;

namespace GenRL.Swarm.Onboard.Recording;

/// <summary>Compares what an agent came to with a record, field by field and bit by bit; timings are left out. Remembers the first difference.</summary>
internal struct RecordComparison(string where)
{
    /// <summary>The first difference; null when there is none.</summary>
    public ReplayDifference? First { get; private set; }

    /// <summary>Compares two steps.</summary>
    public static ReplayDifference? Of(StepRecord recorded, StepRecord replayed)
    {
        var c = new RecordComparison($"step {recorded.Step.Value}");
        c.Same("step", recorded.Step.Value, replayed.Step.Value);
        c.Same("requested", recorded.Verdict.Requested, replayed.Verdict.Requested);
        c.Same("allowed", recorded.Verdict.Allowed, replayed.Verdict.Allowed);
        c.Same("reason", (long)recorded.Verdict.Reason, (long)replayed.Verdict.Reason);
        c.Same("barrier", recorded.Verdict.Barrier, replayed.Verdict.Barrier);
        c.Same("plan age", recorded.PlanAge, replayed.PlanAge);
        return c.First;
    }

    /// <summary>Compares two ticks.</summary>
    public static ReplayDifference? Of(TickRecord recorded, TickRecord replayed)
    {
        var c = new RecordComparison($"tick {recorded.Tick.Value}");
        c.Same("tick", recorded.Tick.Value, replayed.Tick.Value);
        c.Same("step", recorded.Step.Value, replayed.Step.Value);
        c.Same("release epoch", recorded.ReleaseEpoch, replayed.ReleaseEpoch);
        c.Same("fault", (long)recorded.Fault, (long)replayed.Fault);
        c.Same("executed", recorded.Executed, replayed.Executed);
        c.Same("heard", recorded.HeardCount, replayed.HeardCount);
        c.Same("attended", recorded.AttendedCount, replayed.AttendedCount);
        for (var i = 0; c.First is null && i < recorded.AttendedCount; i++)
        {
            c.Same($"attended[{i}]", recorded.Attended[i], replayed.Attended[i]);
        }

        c.Same("plan", recorded.Plan, replayed.Plan);
        c.Same("path", recorded.Path, replayed.Path);
        c.Same("candidates", recorded.Candidates, replayed.Candidates);
        for (var i = 0; c.First is null && i < recorded.Candidates; i++)
        {
            c.Same($"costs[{i}]", recorded.Costs[i], replayed.Costs[i]);
        }

        if (recorded.Candidates > 0)
        {
            c.Same("best", recorded.Best, replayed.Best);
        }

        c.Same("told", recorded.DidTell ? 1 : 0, replayed.DidTell ? 1 : 0);
        if (recorded.DidTell)
        {
            c.Same("told frame", recorded.Told, replayed.Told);
        }

        return c.First;
    }

    private void Same(string field, in AttendedNeighbour recorded, in AttendedNeighbour replayed)
    {
        Same(field + ".present", recorded.Present ? 1 : 0, replayed.Present ? 1 : 0);
        Same(field + ".id", recorded.Id.Value, replayed.Id.Value);
        Same(field + ".position", recorded.Position, replayed.Position);
        Same(field + ".velocity", recorded.Velocity, replayed.Velocity);
        Same(field + ".has message", recorded.HasMessage ? 1 : 0, replayed.HasMessage ? 1 : 0);
        Same(field + ".message age", recorded.MessageAge, replayed.MessageAge);
        Same(field + ".at 0.5 s", recorded.At05, replayed.At05);
        Same(field + ".at 1.0 s", recorded.At10, replayed.At10);
        Same(field + ".at 1.5 s", recorded.At15, replayed.At15);
        Same(field + ".goal", recorded.Goal, replayed.Goal);
    }

    private void Same(string field, Vector2[] recorded, Vector2[] replayed)
    {
        for (var i = 0; First is null && i < recorded.Length; i++)
        {
            Same($"{field}[{i}]", recorded[i], replayed[i]);
        }
    }

    private void Same(string field, Vector2 recorded, Vector2 replayed)
    {
        Same(field + ".x", recorded.X, replayed.X);
        Same(field + ".y", recorded.Y, replayed.Y);
    }

    private void Same(string field, float recorded, float replayed)
    {
        if (BitConverter.SingleToInt32Bits(recorded) != BitConverter.SingleToInt32Bits(replayed))
        {
            Differ(field, recorded.ToString("R", CultureInfo.InvariantCulture), replayed.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private void Same(string field, long recorded, long replayed)
    {
        if (recorded != replayed)
        {
            Differ(field, recorded.ToString(CultureInfo.InvariantCulture), replayed.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Same(string field, FrameBytes recorded, FrameBytes replayed)
    {
        if (!((ReadOnlySpan<byte>)recorded).SequenceEqual(replayed))
        {
            Differ(field, Convert.ToHexStringLower(recorded), Convert.ToHexStringLower(replayed));
        }
    }

    private void Differ(string field, string recorded, string replayed) => First ??= new ReplayDifference(where, field, recorded, replayed);
}
