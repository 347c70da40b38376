using System.Globalization;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.TickLog.Layout;

namespace GenRL.Swarm.TickLog.Reading;

/// <summary>What a tick log holds, in numbers.</summary>
public sealed class LogSummary
{
    private readonly int[] _faults = new int[byte.MaxValue + 1];
    private readonly int[] _interventions = new int[byte.MaxValue + 1];
    private readonly HashSet<string> _releases = [];
    private long _firstTime;
    private long _lastTime;
    private long? _lastStep;
    private int _lastEpoch;

    private LogSummary(TickLogReader reader)
    {
        Header = reader.Header;
        var step = new StepRecord();
        var tick = new TickRecord();
        foreach (var entry in reader)
        {
            _firstTime = Steps + Ticks + Events == 0 ? entry.Time.Nanoseconds : _firstTime;
            _lastTime = entry.Time.Nanoseconds;
            switch (entry.Kind)
            {
                case EntryKind.Step:
                    entry.CopyTo(step);
                    Add(step);
                    break;
                case EntryKind.Tick:
                    entry.CopyTo(tick);
                    Add(tick);
                    break;
                default:
                    Add(entry.ToEvent());
                    break;
            }
        }

        IsComplete = reader.IsComplete;
        Damage = reader.Damage;
        DamageCount = reader.DamageCount;
    }

    /// <summary>What the log says of its run; null when unreadable.</summary>
    public RunHeader? Header { get; }

    /// <summary>Control steps.</summary>
    public int Steps { get; private set; }

    /// <summary>Plan ticks.</summary>
    public int Ticks { get; private set; }

    /// <summary>Events.</summary>
    public int Events { get; private set; }

    /// <summary>Places where step numbers do not follow each other.</summary>
    public int Gaps { get; private set; }

    /// <summary>Steps missing in these places.</summary>
    public long MissingSteps { get; private set; }

    /// <summary>Times that the agent swapped to another release.</summary>
    public int Swaps { get; private set; }

    /// <summary>Records that the robot had no room for.</summary>
    public long Dropped { get; private set; }

    /// <summary>From the first to the last entry.</summary>
    public TimeSpan Duration => TimeSpan.FromTicks((_lastTime - _firstTime) / 100);

    /// <summary>Whether the log was finished, not cut off.</summary>
    public bool IsComplete { get; }

    /// <summary>The first findings of damage.</summary>
    public IReadOnlyList<TickLogDamage> Damage { get; }

    /// <summary>How many findings there are.</summary>
    public int DamageCount { get; }

    /// <summary>Ticks that made no plan because of <paramref name="fault"/>.</summary>
    public int Faults(TickFault fault) => _faults[(byte)fault];

    /// <summary>Steps in which the shield changed the command because of <paramref name="reason"/>.</summary>
    public int Interventions(ShieldReason reason) => _interventions[(byte)reason];

    /// <summary>Reads the whole log.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static LogSummary Of(string path)
    {
        using var reader = TickLogReader.Open(path);
        return new LogSummary(reader);
    }

    /// <summary>The summary of a log as lines to print.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static IReadOnlyList<string> Describe(string path) => Of(path).Lines(new FileInfo(path).Length);

    private List<string> Lines(long bytes)
    {
        var seconds = Duration.TotalSeconds;
        List<string> lines =
        [
            Header is { } h
                ? $"robot      {h.Robot} of {h.Fleet}, {h.Source}, seed {h.Seed}"
                : "robot      unknown: the header is unreadable",
            string.Create(CultureInfo.InvariantCulture, $"entries    {Steps} steps, {Ticks} ticks, {Events} events in {seconds:0.0} s, {bytes} bytes"),
            $"steps      {Gaps} gaps, {MissingSteps} steps missing, {Dropped} records dropped on the robot",
            $"releases   {string.Join(", ", _releases)}; {Swaps} swaps",
            $"faults     {Counts<TickFault>(_faults)}",
            $"shield     {Counts<ShieldReason>(_interventions)}",
            $"file       {(IsComplete ? "finished" : "not finished: readable up to the last complete chunk")}, {DamageCount} damaged",
        ];
        lines.AddRange(Damage.Select(d => $"  at {d.Offset}: {d.Reason}"));
        return lines;
    }

    private static string Counts<T>(int[] counts)
        where T : struct, Enum
    {
        var parts = Enumerable.Range(1, counts.Length - 1).Where(i => counts[i] > 0).Select(i => $"{counts[i]} {Enum.ToObject(typeof(T), (byte)i)}");
        return string.Join(", ", parts.DefaultIfEmpty("none"));
    }

    private void Add(StepRecord step)
    {
        Steps++;
        if (_lastStep is { } last && step.Step.Value != last + 1)
        {
            Gaps++;
            MissingSteps += Math.Max(step.Step.Value - last - 1, 0);
        }

        _lastStep = step.Step.Value;
        _interventions[(byte)step.Verdict.Reason]++;
    }

    private void Add(TickRecord tick)
    {
        if (Ticks++ == 0)
        {
            _lastEpoch = tick.ReleaseEpoch;
            if (Header is { } header)
            {
                _releases.Add(header.Release.Short);
            }
        }

        Swaps += tick.ReleaseEpoch != _lastEpoch ? 1 : 0;
        _lastEpoch = tick.ReleaseEpoch;
        _faults[(byte)tick.Fault]++;
    }

    private void Add(LogEvent happening)
    {
        Events++;
        if (happening is { Kind: "swap" or "rollback", Release: { } release })
        {
            _releases.Add(release.Short);
        }

        if (happening.Kind == TickLogSchema.DroppedKind)
        {
            var number = happening.Detail.AsSpan();
            number = number[..Math.Max(number.IndexOf(' '), 0)];
            Dropped += long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        }
    }
}
