namespace GenRL.Swarm.Cli.Demo;

/// <summary>How long each part of the demo took.</summary>
internal sealed class PhaseClock(TimeProvider time)
{
    private readonly List<PhaseDuration> _phases = [];
    private long _began = time.GetTimestamp();

    /// <summary>The parts so far.</summary>
    public IReadOnlyList<PhaseDuration> Phases => _phases;

    /// <summary>A part has ended; the next begins.</summary>
    public void End(string phase)
    {
        _phases.Add(new PhaseDuration(phase, time.GetElapsedTime(_began).TotalSeconds));
        _began = time.GetTimestamp();
    }
}

/// <summary>One part.</summary>
/// <param name="Phase">Which.</param>
/// <param name="Seconds">How long, seconds.</param>
internal sealed record PhaseDuration(string Phase, double Seconds);
