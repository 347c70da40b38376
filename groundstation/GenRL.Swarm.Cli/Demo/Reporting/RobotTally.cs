using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>Adds up one robot's records, given in order, over the missions of one phase. A step belongs to the mission of the tick before it.</summary>
/// <param name="robot">Its number.</param>
/// <param name="missions">Numbers of the phase's missions.</param>
internal sealed class RobotTally(int robot, IReadOnlySet<int> missions)
{
    private const double TickSeconds = PlanShape.TickSeconds;
    private const double StepSeconds = PlanShape.StepSeconds;

    private readonly List<float> _tickSeconds = [];
    private readonly Dictionary<ushort, byte> _lastSequence = [];
    private bool _counts;
    private Stamp? _lastStep;
    private long? _lastTick;
    private long _steps, _missed, _intervened, _late, _told, _heard, _lost, _notInLogs;

    /// <summary>The sums.</summary>
    public RobotFigures Figures
    {
        get
        {
            _tickSeconds.Sort();
            return new RobotFigures
            {
                Robot = robot, Steps = _steps, MissedSteps = _missed, IntervenedSteps = _intervened, Ticks = _tickSeconds.Count, LateTicks = _late,
                TicksNotInLogs = _notInLogs, TickP50Ms = Percentile(0.5), TickP99Ms = Percentile(0.99), FramesTold = _told,
                BytesTold = _told * IntentionCodec.Length, FramesHeard = _heard, FramesLost = _lost,
            };
        }
    }

    /// <summary>The next step.</summary>
    public void Add(StepRecord step)
    {
        if (_counts)
        {
            _steps++;
            _intervened += step.Verdict.Intervened ? 1 : 0;
            _missed += _lastStep is { } last ? Math.Max(0, (long)Math.Round(Stamp.Seconds(last, step.Now) / StepSeconds) - 1) : 0;
        }

        _lastStep = step.Now;
    }

    /// <summary>The next tick.</summary>
    public void Add(TickRecord tick)
    {
        var counted = _counts;
        _counts = tick.Goal.Active && missions.Contains(tick.Goal.Mission);
        var missing = _lastTick is { } last ? tick.Tick.Value - last - 1 : 0;
        _lastTick = tick.Tick.Value;
        Hear(tick);
        if (!_counts)
        {
            return;
        }

        _notInLogs += counted ? missing : 0;
        _tickSeconds.Add(tick.Timings.Total);
        _late += tick.Timings.Total > TickSeconds ? 1 : 0;
        _told += tick.DidTell ? 1 : 0;
    }

    private void Hear(TickRecord tick)
    {
        foreach (var frame in tick.Heard.AsSpan(0, tick.HeardCount))
        {
            var bytes = frame.Bytes;
            if (IntentionCodec.TryRead(bytes, out var intention) != FrameError.None)
            {
                continue;
            }

            if (_counts)
            {
                _heard++;
                _lost += _lastSequence.TryGetValue(intention.Sender.Value, out var last) ? Gap(last, intention.Sequence) : 0;
            }

            _lastSequence[intention.Sender.Value] = intention.Sequence;
        }
    }

    /// <summary>Frames between two sequence numbers, which count to 255 and begin anew; an old one that comes late is no gap.</summary>
    private static int Gap(byte last, byte next)
    {
        var step = (byte)(next - last);
        return step is 0 or > 127 ? 0 : step - 1;
    }

    private double Percentile(double share) =>
        _tickSeconds.Count == 0 ? 0 : 1e3 * _tickSeconds[Math.Min(_tickSeconds.Count - 1, (int)(share * _tickSeconds.Count))];
}
