using static System.FormattableString;

namespace GenRL.Swarm.Onboard.Health;

/// <summary>A figure of a release's health beside its bound.</summary>
/// <param name="Reason">Which figure; none for none.</param>
/// <param name="Value">What it was: seconds, a share from 0 to 1, or metres per second, as the reason has it.</param>
/// <param name="Limit">The largest that would have been fine.</param>
/// <param name="Seconds">The time over which it was taken.</param>
public readonly record struct HealthBreach(HealthReason Reason, float Value, float Limit, float Seconds)
{
    /// <summary>Whether the bound is broken; a value that is not a number breaks it.</summary>
    public bool IsBroken => !(Value <= Limit);

    /// <summary>One line for people.</summary>
    public override string ToString() => Reason switch
    {
        HealthReason.TickTime => Invariant($"plan ticks took {Value * 1e3f:0.0} ms (99th percentile) over {Seconds:0.0} s; limit {Limit * 1e3f:0.0} ms"),
        HealthReason.MissedDeadlines => Invariant($"{Value * 100f:0.#} % of control steps missed their deadline over {Seconds:0.0} s; limit {Limit * 100f:0.#} %"),
        HealthReason.Faults => Invariant($"the models gave no plan in {Value * 100f:0.#} % of ticks over {Seconds:0.0} s; limit {Limit * 100f:0.#} %"),
        HealthReason.Interventions => Invariant($"the shield changed {Value * 100f:0.#} % of the commands of a trial of {Seconds:0.0} s; limit {Limit * 100f:0.#} %"),
        HealthReason.Surprise => Invariant($"the world model was off by {Value:0.00} m/s on average over {Seconds:0.0} s; limit {Limit:0.00} m/s"),
        _ => "no bound is broken",
    };
}
