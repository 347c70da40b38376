using System.Diagnostics;
using System.Numerics;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Actuation;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.Imagination;
using GenRL.Swarm.Onboard.Intentions;
using GenRL.Swarm.Onboard.Perception;
using GenRL.Swarm.Onboard.Planning;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard;

/// <summary>
/// The brain of one robot. At 50 Hz, <see cref="Step"/>: observe -> shield -> act. At 10 Hz, after the step that it belongs to, <see cref="Tick"/>:
/// <code>
/// observe -> encode -> predict teammates -> propose plans -> imagine -> choose -> tell neighbours -> record
/// </code>
/// No sockets, files, clocks or threads of its own; given the same seed and inputs it makes the same plans, byte for byte. One thread at a
/// time. Allocates nothing after the first tick.
/// </summary>
public sealed class SwarmAgent
{
    private readonly AgentOptions _options;
    private readonly Observer _observer;
    private readonly Belief _belief = new();
    private readonly Proposer _proposer;
    private readonly CommittedPlan _plan = new();
    private readonly SafetyShield _shield;
    private readonly ExecutedCommand _executed = new();
    private readonly Teller _teller;
    private readonly HeardFrames _heard = new();
    private readonly TickScratch _scratch = new();
    private GoalAssignment _goal;
    private ShieldReason _shieldReason;
    private Vector2 _lastCommand;
    private long _steps;
    private long _ticks;
    private int _epoch;

    /// <summary>Makes an agent that flies <paramref name="bundle"/>, which its caller owns.</summary>
    public SwarmAgent(AgentOptions options, ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(bundle);
        _options = options;
        Bundle = bundle;
        _observer = new Observer(options.Robot, Frames);
        _proposer = new Proposer(options);
        _shield = new SafetyShield(options.Shield, bundle.Actuator);
        _teller = new Teller(options.Robot);
    }

    /// <summary>The release in use.</summary>
    public ModelBundle Bundle { get; private set; }

    /// <summary>What became of the frames heard.</summary>
    public FrameCounters Frames { get; } = new();

    /// <summary>How far the world model's expectation of the last change of velocity was off, metres per second.</summary>
    public float Surprise => _belief.Surprise;

    /// <summary>Sets the goal; in force from the next tick on.</summary>
    public void Assign(GoalAssignment goal) => _goal = goal;

    /// <summary>Takes in a frame from the bus, whatever it holds; judged at the next tick. Beyond <see cref="TickRecord.MaxHeard"/> per tick the newest are dropped and counted.</summary>
    public void Hear(in HeardFrame frame)
    {
        if (!_heard.Add(frame))
        {
            Frames.Count(FrameError.TooMany);
        }
    }

    /// <summary>
    /// Flies another release from now on, between two ticks: world model, policy, codebook and shield parameters at once. The plan in force
    /// stays; the memory starts anew, for the old one means nothing to the new model.
    /// </summary>
    /// <exception cref="ArgumentException">The shield cannot use the release's actuator parameters; nothing has changed.</exception>
    public void Swap(ModelBundle next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _shield.Use(next.Actuator);
        Bundle = next;
        _belief.Clear();
        _epoch++;
    }

    /// <summary>One control step.</summary>
    /// <param name="sensors">The newest sensor frame; null when there is none.</param>
    /// <param name="now">The present.</param>
    /// <param name="record">Receives the step as it was.</param>
    /// <returns>The verdict; its allowed command goes to the actuators.</returns>
    public ShieldVerdict Step(SensorFrame? sensors, Stamp now, StepRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var began = Stopwatch.GetTimestamp();
        var verdict = _shield.Verdict(sensors, now, _plan.At(now));
        _executed.Add(verdict.Allowed);
        _lastCommand = verdict.Allowed;
        _shieldReason = verdict.Reason;

        record.Step = new StepNumber(_steps++);
        record.Now = now;
        record.Verdict = verdict;
        record.PlanAge = _plan.Age(now);
        if (sensors is not null)
        {
            record.Sensors.CopyFrom(sensors);
        }

        record.Duration = Seconds(began);
        return verdict;
    }

    /// <summary>One plan tick. When it fails, the record says why and the robot goes on along the plan in force until that is spent.</summary>
    /// <param name="sensors">The sensor frame of the step that this tick belongs to.</param>
    /// <param name="now">The present.</param>
    /// <param name="record">Receives the tick as it was, and the frame to tell, if any.</param>
    public void Tick(SensorFrame sensors, Stamp now, TickRecord record)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(record);
        var began = Stopwatch.GetTimestamp();
        Open(sensors, now, record);

        // From here on what was recorded, so that a replay sees the same; its counts are within bounds whatever the sensors say.
        sensors = record.Sensors;
        _observer.Observe(sensors, now, Bundle.Tokens, record, _scratch);
        var observed = Seconds(began);
        record.Fault = Judge(sensors);
        if (record.Fault != TickFault.None)
        {
            GiveUp(record.Fault);
            return;
        }

        _belief.Update(Bundle.Encoder, sensors.Ego, record.Executed, _scratch);
        var encoded = Seconds(began);
        _plan.Remaining(now, _scratch.ToldPlan);
        Forecast.Predict(Bundle, _belief, sensors.Ego, _scratch);
        _proposer.Propose(Bundle, record.Tick, sensors.Ego, _goal.Goal, record.Executed, _scratch);
        Imagine(sensors.Ego);
        var proposed = Seconds(began);
        var spread = Chooser.Choose(Bundle, sensors.Ego.Position, Scene(), _scratch, record);
        if (!IsFinite(record.Plan) || float.IsNaN(spread))
        {
            record.Fault = TickFault.BadModelOutput;
            GiveUp(record.Fault);
            return;
        }

        _plan.Commit(record.Plan, now);
        var chosen = Seconds(began);
        _teller.Tell(Bundle.Tokens, sensors.Ego, now, Flags(sensors.Ego), spread, Surprise, record);
        var total = Seconds(began);
        record.Timings = new TickTimings(observed, encoded - observed, proposed - encoded, chosen - proposed, total - chosen, total);
    }

    private void Open(SensorFrame sensors, Stamp now, TickRecord record)
    {
        record.Tick = new TickNumber(_ticks++);
        record.Step = new StepNumber(_steps - 1);
        record.Now = now;
        record.Sensors.CopyFrom(sensors);
        record.Goal = _goal;
        record.Executed = _executed.Take();
        record.HeardCount = _heard.TakeInto(record.Heard);
        record.Candidates = 0;
        record.DidTell = false;
        record.ReleaseEpoch = _epoch;
        record.Timings = default;
        Array.Clear(record.Plan);
        Array.Clear(record.Path);
    }

    private TickFault Judge(SensorFrame sensors) =>
        !sensors.Ego.IsFinite ? TickFault.BadSensors : _goal.Active ? TickFault.None : TickFault.NoGoal;

    /// <summary>Without a goal the robot stops; after any other fault it goes on along the plan in force. The memory no longer fits what happens.</summary>
    private void GiveUp(TickFault fault)
    {
        _belief.Clear();
        if (fault == TickFault.NoGoal)
        {
            _plan.Abandon();
        }
    }

    private void Imagine(in EgoState ego)
    {
        var model = Bundle.WorldModel;
        model.EgoVelocity[0] = ego.Velocity.X;
        model.EgoVelocity[1] = ego.Velocity.Y;
        Forecast.WriteMask(_scratch, model.Mask);
        model.Run(_belief.State);
    }

    private PlanScene Scene() => new()
    {
        Goal = _goal.Goal,
        Radius = _options.Radius,
        Steps = PlanShape.ImaginedSteps,
        Neighbours = _scratch.NeighbourPaths.AsSpan(0, _scratch.NeighbourCount * PlanShape.ImaginedSteps),
        NeighbourRadii = _scratch.NeighbourRadii.AsSpan(0, _scratch.NeighbourCount),
        Obstacles = _scratch.Obstacles.AsSpan(0, _scratch.ObstacleCount),
        LastCommand = _lastCommand,
        Told = _scratch.ToldPath.AsSpan(0, PlanShape.ImaginedSteps),
    };

    private IntentionFlags Flags(in EgoState ego)
    {
        var atGoal = Vector2.Distance(ego.Position, _goal.Goal) < _options.Radius ? IntentionFlags.Holding : IntentionFlags.None;
        return _shieldReason is ShieldReason.Neighbour or ShieldReason.Obstacle or ShieldReason.Infeasible ? atGoal | IntentionFlags.Blocked : atGoal;
    }

    private static bool IsFinite(ReadOnlySpan<Vector2> plan)
    {
        foreach (var command in plan)
        {
            if (!float.IsFinite(command.X) || !float.IsFinite(command.Y))
            {
                return false;
            }
        }

        return true;
    }

    private static float Seconds(long began) => (float)Stopwatch.GetElapsedTime(began).TotalSeconds;
}
