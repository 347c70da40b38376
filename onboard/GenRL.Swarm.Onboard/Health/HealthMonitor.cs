using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Onboard.Health;

/// <summary>
/// Watches the release in use, window by window. After a swap it is on trial: the first window that breaks a bound gives it up, enough good ones
/// keep it. Windows before the swap are what it is compared with. Interventions are judged over the whole trial: robots that meet may keep their
/// shields busy for a window, and should. Pure; one thread; allocates nothing.
/// </summary>
public sealed class HealthMonitor
{
    private readonly HealthOptions _options;
    private readonly float[] _tickSeconds;
    private HealthWindow _before;
    private int _windowsLeft;
    private int _trialInterventions;
    private int _count;
    private int _steps;
    private int _missed;
    private int _interventions;
    private int _faults;
    private float _surprise;

    /// <summary>Makes a monitor; the release in use is not on trial.</summary>
    public HealthMonitor(HealthOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _tickSeconds = new float[options.WindowTicks];
    }

    /// <summary>Whether the release in use is on trial.</summary>
    public bool OnTrial => _windowsLeft > 0;

    /// <summary>The latest complete window.</summary>
    public HealthWindow Latest { get; private set; }

    /// <summary>Which bound was broken when the latest verdict was to roll back, and how.</summary>
    public HealthBreach Breach { get; private set; }

    /// <summary>Another release flies from the next sample on; compare it with the present one's latest window.</summary>
    public void BeginTrial()
    {
        // During a trial the release to compare with is still the one before that trial.
        _before = OnTrial ? _before : Latest;
        _windowsLeft = _options.Windows;
        _trialInterventions = 0;
        Breach = default;
        Restart();
    }

    /// <summary>The release before flies again, and is trusted.</summary>
    public void EndTrial()
    {
        _windowsLeft = 0;
        Latest = _before;
        Restart();
    }

    /// <summary>Takes in a plan tick.</summary>
    public HealthVerdict Add(in HealthSample sample)
    {
        _tickSeconds[_count++] = sample.TickSeconds;
        _steps += sample.Steps;
        _missed += sample.Missed;
        _interventions += sample.Interventions;
        _faults += sample.Faulted ? 1 : 0;
        _surprise += sample.Surprise;

        // Models that fail are not waited for until the end of the window.
        var failing = OnTrial && (float)_faults / _options.WindowTicks > _options.Faults.LargestAfter(_before.Faults);
        return failing || _count == _options.WindowTicks ? Close() : HealthVerdict.None;
    }

    private HealthVerdict Close()
    {
        Array.Sort(_tickSeconds, 0, _count);
        var steps = Math.Max(_steps, 1);
        Latest = new HealthWindow(
            _tickSeconds[(int)MathF.Ceiling(0.99f * _count) - 1], (float)_missed / steps, (float)_faults / _count, (float)_interventions / steps, _surprise / _count);
        _trialInterventions += _interventions;
        var share = (float)_trialInterventions / (steps * _options.Windows);
        var seconds = _count * PlanShape.TickSeconds;
        Restart();
        if (!OnTrial)
        {
            return HealthVerdict.None;
        }

        Breach = FirstBreach(Latest, share, seconds);
        if (Breach.Reason != HealthReason.None)
        {
            return HealthVerdict.RollBack;
        }

        return --_windowsLeft == 0 ? HealthVerdict.Keep : HealthVerdict.None;
    }

    private HealthBreach FirstBreach(in HealthWindow window, float trialInterventions, float seconds)
    {
        var trial = _options.Windows * _options.WindowTicks * PlanShape.TickSeconds;
        ReadOnlySpan<HealthBreach> figures =
        [
            new(HealthReason.Faults, window.Faults, _options.Faults.LargestAfter(_before.Faults), seconds),
            new(HealthReason.TickTime, window.TickSeconds, _options.TickSeconds.LargestAfter(_before.TickSeconds), seconds),
            new(HealthReason.MissedDeadlines, window.Missed, _options.Missed.LargestAfter(_before.Missed), seconds),
            new(HealthReason.Interventions, trialInterventions, _options.Interventions.LargestAfter(_before.Interventions), trial),
            new(HealthReason.Surprise, window.Surprise, _options.Surprise.LargestAfter(_before.Surprise), seconds),
        ];
        foreach (ref readonly var figure in figures)
        {
            if (figure.IsBroken)
            {
                return figure;
            }
        }

        return default;
    }

    private void Restart()
    {
        _count = 0;
        _steps = 0;
        _missed = 0;
        _interventions = 0;
        _faults = 0;
        _surprise = 0f;
    }
}
