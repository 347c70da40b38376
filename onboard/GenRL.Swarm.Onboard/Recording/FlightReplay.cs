using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Onboard.Recording;

/// <summary>
/// Flies a recorded run again: the agent of the run's seed and options is given every sensor frame, message, goal and swap of its log, in order and from the first on, and
/// must come to the same plans, told frames and commands, bit for bit. Holds on the same CPU features and libraries. Pure: whoever
/// reads the log feeds it. One thread.
/// </summary>
public sealed class FlightReplay
{
    private readonly SwarmAgent _agent;
    private readonly Func<ReleaseId, ModelBundle> _bundles;
    private readonly StepRecord _step = new();
    private readonly TickRecord _tick = new();
    private long _nextStep;

    /// <summary>A replay of a run that began with the release <paramref name="first"/>.</summary>
    /// <param name="options">The run's agent options.</param>
    /// <param name="first">The release in the log's header.</param>
    /// <param name="bundles">Gives the releases; it owns them.</param>
    public FlightReplay(AgentOptions options, ReleaseId first, Func<ReleaseId, ModelBundle> bundles)
    {
        ArgumentNullException.ThrowIfNull(bundles);
        _bundles = bundles;
        _agent = new SwarmAgent(options, bundles(first));
    }

    /// <summary>Steps that were replayed and equal.</summary>
    public long Steps { get; private set; }

    /// <summary>Ticks that were replayed and equal.</summary>
    public long Ticks { get; private set; }

    /// <summary>The next step of the log.</summary>
    /// <returns>The first difference; null when there is none.</returns>
    public ReplayDifference? Step(StepRecord recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        if (_nextStep == 0)
        {
            StandStill(recorded);
        }
        else if (recorded.Step.Value != _nextStep)
        {
            return new ReplayDifference($"step {recorded.Step.Value}", "step before it", "nothing", $"step {_nextStep}");
        }

        _agent.Step(recorded.Sensors, recorded.Now, _step);
        var difference = RecordComparison.Of(recorded, _step);
        _nextStep = recorded.Step.Value + 1;
        Steps += difference is null ? 1 : 0;
        return difference;
    }

    /// <summary>The next tick of the log.</summary>
    /// <returns>The first difference; null when there is none.</returns>
    public ReplayDifference? Tick(TickRecord recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        foreach (ref readonly var frame in recorded.Heard.AsSpan(0, recorded.HeardCount))
        {
            _agent.Hear(frame);
        }

        _agent.Assign(recorded.Goal);
        _agent.Tick(recorded.Sensors, recorded.Now, _tick);
        var difference = RecordComparison.Of(recorded, _tick);
        Ticks += difference is null ? 1 : 0;
        return difference;
    }

    /// <summary>The next event of the log: swaps and roll-backs change what flies.</summary>
    public void Event(LogEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        if (recorded is { Kind: "swap" or "rollback", Release: { } release })
        {
            _agent.Swap(_bundles(release));
        }
    }

    /// <summary>Before its first sensor frame a robot brakes and writes no steps; the next command counts those.</summary>
    private void StandStill(StepRecord first)
    {
        for (var before = first.Step.Value; before > 0; before--)
        {
            _agent.Step(null, first.Now.Plus(-before * (double)PlanShape.StepSeconds), _step);
        }
    }
}
