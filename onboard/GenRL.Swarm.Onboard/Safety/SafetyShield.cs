using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Onboard.Safety;

/// <summary>
/// Stands between the plan and the wheels, 50 times a second, and uses no learned model: measured neighbours, measured ranges and the floor's
/// actuator model are all it knows. It gives the command nearest to the request that keeps every braking-distance barrier and the speed limit.
/// <code>
/// sensors -> judge (fresh? finite?) -> roll through the command delay -> one row per neighbour and obstacle -> exact QP -> command, reason
/// </code>
/// What it guarantees, and under which assumptions, is in docs/safety.md. Allocates nothing per step; not thread-safe.
/// </summary>
public sealed class SafetyShield
{
    private readonly ShieldOptions _options;
    private readonly CommandHistory _history = new();
    private readonly BarrierRows _rows;
    private FloorLimits _limits;

    /// <summary>Makes a shield that has not yet commanded anything.</summary>
    /// <exception cref="ArgumentException">An option is out of range, or the model cannot be used: see <see cref="Use"/>.</exception>
    public SafetyShield(ShieldOptions options, ActuatorModel model)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(model);
        options.Validate();
        _options = options;
        _rows = new BarrierRows(options);
        _limits = FloorLimits.Of(model, options);
        Model = model;
    }

    /// <summary>The floor that the next step assumes.</summary>
    public ActuatorModel Model { get; private set; }

    /// <summary>Assumes another floor from the next step on; the commands already given are kept. On an exception nothing changes.</summary>
    /// <exception cref="ArgumentException">The model is not finite, has a delay over 1 s, or its actuators cannot brake in every direction.</exception>
    public void Use(ActuatorModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _limits = FloorLimits.Of(model, _options);
        Model = model;
    }

    /// <summary>
    /// Judges one command. Whatever the input, the verdict's command is finite and within the speed limit; no input throws.
    /// </summary>
    /// <param name="frame">What the sensors say; null when there is nothing. Read during the call only.</param>
    /// <param name="now">The time of this step: when the command leaves for the wheels.</param>
    /// <param name="requested">The plan's command, metres per second, world axes; null without a plan.</param>
    public ShieldVerdict Verdict(SensorFrame? frame, Stamp now, Vector2? requested)
    {
        var verdict = Judge(frame, now, requested);
        _history.Add(now, verdict.Allowed);
        return verdict;
    }

    private ShieldVerdict Judge(SensorFrame? frame, Stamp now, Vector2? requested)
    {
        var wish = requested ?? _limits.Rest;
        if (frame is null || Math.Abs(Stamp.Seconds(frame.Stamp, now)) > _options.StaleSeconds)
        {
            return new ShieldVerdict(wish, _limits.Rest, ShieldReason.StaleSensors, float.NegativeInfinity);
        }

        if (!FrameCheck.IsUsable(frame))
        {
            return new ShieldVerdict(wish, _limits.Rest, ShieldReason.NotFinite, float.NegativeInfinity);
        }

        // Without a usable request the robot brakes, and the barriers hold for the braking too.
        var fault = requested is null ? ShieldReason.NoPlan
            : float.IsFinite(wish.X) && float.IsFinite(wish.Y) ? ShieldReason.None : ShieldReason.NotFinite;
        if (fault != ShieldReason.None)
        {
            return Restrict(frame, now, _limits.Rest, fault) with { Requested = wish, Reason = fault };
        }

        var tooFast = SpeedPolygon.TryShorten(wish, _options.MaxSpeed, out var target);
        return Restrict(frame, now, target, tooFast ? ShieldReason.SpeedLimit : ShieldReason.None) with { Requested = wish };
    }

    /// <summary>The allowed command nearest to <paramref name="target"/>; <paramref name="otherwise"/> is the reason when no barrier binds.</summary>
    private ShieldVerdict Restrict(SensorFrame frame, Stamp now, Vector2 target, ShieldReason otherwise)
    {
        // A command given now acts from now + delay on: that is the instant whose barriers it can keep.
        var acts = now.Plus(Model.Delay);
        var from = frame.Stamp <= now ? frame.Stamp : now;
        var ego = frame.Ego;
        var measured = new PlanarState(ego.Position.X, ego.Position.Y, ego.Velocity.X, ego.Velocity.Y);
        var self = _history.Predict(measured, from, acts, Model, _limits.Rest);
        _rows.Build(frame, self, Stamp.Seconds(from, acts), target, Model, _limits);

        var outcome = _rows.Solve(target, out var allowed);
        if (outcome == PlanarQpOutcome.Invalid)
        {
            // Finite measurements so large that their products are not.
            return new ShieldVerdict(target, _limits.Rest, ShieldReason.NotFinite, float.NegativeInfinity);
        }

        var reason = outcome == PlanarQpOutcome.Infeasible || _rows.Unattainable ? ShieldReason.Infeasible
            : outcome == PlanarQpOutcome.Unchanged ? otherwise
            : _rows.MostRestrictive(target, allowed);
        return new ShieldVerdict(target, outcome == PlanarQpOutcome.Unchanged ? target : allowed, reason, (float)_rows.SmallestBarrier);
    }
}
