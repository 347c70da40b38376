namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>What a unit is. The order is that of the one-hot bits in observations.</summary>
public enum UnitType
{
    /// <summary>Shoots; weak but quick to fire.</summary>
    Marine,

    /// <summary>Shoots far; slow, tough.</summary>
    Marauder,

    /// <summary>Shoots far; fast, tough, slow to fire.</summary>
    Stalker,

    /// <summary>Strikes at arm's length; tough.</summary>
    Zealot,

    /// <summary>Strikes at arm's length; fast, weak.</summary>
    Zergling,

    /// <summary>Shoots; strikes hard and often.</summary>
    Hydralisk,
}
