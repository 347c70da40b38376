namespace GenRL.Swarm.Sim.Orders;

/// <summary>
/// An order to the simulated world, JSON on the topic <c>world/control</c>: fly a run of missions, or stop. A run replaces the one that is being
/// flown. Robots are never moved by hand: the run begins with a staging phase, not judged, in which they fly to their starting places; then every mission starts where the
/// one before ended.
/// </summary>
// Settable, not init: the generated JSON reader gives an init property that is missing its type's default, not this one's.
public sealed record RunOrder
{
    /// <summary>The order to stop: no goals, robots hold still.</summary>
    public static RunOrder StopAll => new() { Stop = true };

    /// <summary>Stop instead of flying; everything else is then ignored.</summary>
    public bool Stop { get; set; }

    /// <summary>The run's name, repeated in every result.</summary>
    public string Run { get; set; } = "";

    /// <summary>Names of scenarios; the missions are shared out among them in blocks, in this order. All must have the world's own walls.</summary>
    public IReadOnlyList<string> Scenarios { get; set; } = ["crossing"];

    /// <summary>Goals follow from it: two runs of equal seed, scenarios and missions have equal goals.</summary>
    public ulong Seed { get; set; }

    /// <summary>Number of missions, 1 to 10 000.</summary>
    public int Missions { get; set; } = 1;

    /// <summary>How long every mission lasts, whether or not the robots arrive, seconds, 0.1 to 3600.</summary>
    public double MissionSeconds { get; set; } = 7.5;

    /// <summary>Longest time for staging, seconds, 0 to 3600. It ends when all robots are at their places.</summary>
    public double StagingSeconds { get; set; } = 10d;

    /// <summary>The floor from now on; null keeps the one there is.</summary>
    public FloorOrder? Floor { get; set; }

    /// <summary>What is wrong with the order by itself; null when nothing is.</summary>
    internal string? Fault() => this switch
    {
        { Stop: true } => null,
        { Missions: < 1 or > 10_000 } => "missions must lie between 1 and 10000",
        { MissionSeconds: not (>= 0.1 and <= 3600d) } => "mission_seconds must lie between 0.1 and 3600",
        { StagingSeconds: not (>= 0d and <= 3600d) } => "staging_seconds must lie between 0 and 3600",
        { Scenarios: null or { Count: 0 or > 100 } } => "scenarios must name 1 to 100 scenarios",
        { Run: null or { Length: > 100 } } => "run must be a name of at most 100 characters",
        _ => null,
    };
}
