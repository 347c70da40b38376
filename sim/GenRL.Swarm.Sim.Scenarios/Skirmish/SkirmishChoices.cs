namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>Where units start.</summary>
public enum StartPositions
{
    /// <summary>Each team in a square of 4 m in the middle of its half.</summary>
    Facing,

    /// <summary>Allies anywhere in the left half, enemies their mirror images.</summary>
    Reflect,

    /// <summary>One team, either, in the centre; the other in four groups on the diagonals.</summary>
    Surround,

    /// <summary>One of the last two, each half of the time.</summary>
    SurroundOrReflect,
}

/// <summary>Who is driven through actions.</summary>
public enum Control
{
    /// <summary>The allies; the enemies follow <see cref="HeuristicPolicy"/>.</summary>
    Allies,

    /// <summary>Both teams: self-play. Agents are the allies, then the enemies.</summary>
    Both,
}

/// <summary>How actions are given.</summary>
public enum ActionCoding
{
    /// <summary>One choice: up, right, down, left, stop, (look k,) attack k.</summary>
    Discrete,

    /// <summary>
    /// Four numbers in [0, 1]: chance that an attack is not on the last target, chance to move instead of to attack, distance, direction in turns.
    /// </summary>
    Continuous,
}

/// <summary>How an observation is laid out.</summary>
public enum ObservationLayout
{
    /// <summary>A block per other unit, own team first, then the unit itself.</summary>
    UnitList,

    /// <summary>Sections of the circle around the unit, with up to so many units each, then the unit itself. SMAX calls it conic.</summary>
    Sections,
}

/// <summary>What lies in a unit's view.</summary>
public enum FieldOfView
{
    /// <summary>All around, up to the range of sight.</summary>
    Circle,

    /// <summary>A cone that the unit turns by an action of its own, as in SMACv2; it also aims only into that.</summary>
    Cone,
}

/// <summary>Which of the targets in range the scripted enemy takes.</summary>
public enum TargetChoice
{
    /// <summary>The nearest.</summary>
    Closest,

    /// <summary>Any.</summary>
    Random,
}
