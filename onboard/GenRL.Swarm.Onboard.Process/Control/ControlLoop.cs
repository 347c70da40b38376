using System.Threading.Channels;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Onboard.Hardware.Bus;
using GenRL.Swarm.Onboard.Hardware.HandOver;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.HotSwap;
using GenRL.Swarm.Onboard.Process.Driving;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>
/// Joins the agent to its body, on the control thread:
/// <code>
/// step: newest sensors -> agent.Step -> command -> log
/// tick: intentions, goal, swap -> agent.Tick -> HELLO, tell -> log -> health -> snapshot
/// </code>
/// Allocates nothing but when a goal or the release changes.
/// </summary>
internal sealed class ControlLoop : IControlLoop
{
    private readonly RobotPorts _ports;
    private readonly SwarmAgent _agent;
    private readonly ReleaseSwitch _releases;
    private readonly FlightLog _log;
    private readonly DriverAccount _account;
    private readonly HelloTeller _hello;
    private readonly TripleBuffer<FlightSnapshot> _snapshots = new(() => new FlightSnapshot());
    private readonly Channel<ReleaseChange> _changes = Channel.CreateUnbounded<ReleaseChange>();
    private readonly Channel<Exception> _faults = Channel.CreateBounded<Exception>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly StepRecord _step = new();
    private readonly TickRecord _tick = new();
    private SensorReading? _reading;
    private Stamp _now;
    private TickNumber _nextTick;
    private int _steps;
    private int _stepsIntervened;
    private long _interventions;
    private long _missedBefore;
    private bool _failed;

    public ControlLoop(RobotPorts ports, SwarmAgent agent, ReleaseSwitch releases, FlightLog log, DriverAccount account, HelloTeller hello)
    {
        _ports = ports;
        _agent = agent;
        _releases = releases;
        _log = log;
        _account = account;
        _hello = hello;
    }

    /// <summary>How the robot was at its latest tick; one reader.</summary>
    public TripleBuffer<FlightSnapshot> Snapshots => _snapshots;

    /// <summary>What happened to releases; one reader, who disposes the retired ones.</summary>
    public ChannelReader<ReleaseChange> Changes => _changes.Reader;

    /// <summary>The latest exception of a step or tick.</summary>
    public ChannelReader<Exception> Faults => _faults.Reader;

    /// <inheritdoc/>
    public void Step()
    {
        _now = _ports.Clock.Now;
        _reading = _ports.Sensors.Newest();
        var verdict = _agent.Step(_reading?.Frame, _now, _step);
        _ports.Commands.Send(new CommandFrame(_reading?.Step ?? default, _reading?.Frame.Stamp ?? _now, verdict.Allowed, verdict.Reason));
        _steps++;
        if (verdict.Intervened)
        {
            _stepsIntervened++;
            _interventions++;
        }

        // Without a sensor frame the record would hold nobody's measurements.
        if (_reading is not null)
        {
            _log.Add(_step);
        }
    }

    /// <inheritdoc/>
    public void Tick()
    {
        _ports.Intentions.DrainTo(_agent);
        TakeGoal();
        if (_releases.BetweenTicks(_now) is { } change)
        {
            _log.Add(_now, _nextTick, change);
            _changes.Writer.TryWrite(change);
        }

        if (_reading is not { } reading)
        {
            return;
        }

        _failed = true;
        try
        {
            _agent.Tick(reading.Frame, _now, _tick);
            _failed = false;
        }
        finally
        {
            Observe();
        }

        _nextTick = new TickNumber(_tick.Tick.Value + 1);
        _hello.Tell(_agent.Bundle.Tokens.CodebookHash, _now);
        if (_tick.DidTell)
        {
            _ports.Voice.Tell(_tick.Told);
        }

        _log.Add(_tick);
        Publish();
    }

    /// <inheritdoc/>
    public void Fail(Exception error)
    {
        _faults.Writer.TryWrite(error);
        _ports.Commands.Brake(_now);
    }

    private void TakeGoal()
    {
        if (_ports.Goals.TryTakeNew(out var goal))
        {
            _agent.Assign(goal);
            _log.Add(_now, _nextTick, goal);
        }
    }

    private void Observe()
    {
        var missed = _account.MissedSteps;
        var faulted = _failed || _tick.Fault == TickFault.BadModelOutput;
        _releases.Observe(new HealthSample(_tick.Timings.Total, _steps, (int)(missed - _missedBefore), _stepsIntervened, faulted, _agent.Surprise));
        _missedBefore = missed;
        _steps = 0;
        _stepsIntervened = 0;
    }

    private void Publish()
    {
        var snapshot = _snapshots.Writing;
        snapshot.Now = _now;
        snapshot.Ego = _tick.Sensors.Ego;
        snapshot.Goal = _tick.Goal;
        snapshot.HasPlan = _tick.Fault == TickFault.None;
        _tick.Path.CopyTo(snapshot.Path, 0);
        _tick.Attended.CopyTo(snapshot.Neighbours, 0);
        snapshot.Release = _agent.Bundle.Id;
        snapshot.Epoch = _tick.ReleaseEpoch;
        snapshot.TicksOnRelease = _releases.TicksOnRelease;
        snapshot.Reason = _step.Verdict.Reason;
        snapshot.Interventions = _interventions;
        _snapshots.Publish();
    }
}
