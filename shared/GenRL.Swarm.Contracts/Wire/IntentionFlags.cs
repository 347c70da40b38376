namespace GenRL.Swarm.Contracts.Wire;

/// <summary>What a robot says of itself in an intention frame: 4 bits.</summary>
[Flags]
public enum IntentionFlags : byte
{
    /// <summary>Nothing to say.</summary>
    None = 0,

    /// <summary>At its goal, holding position.</summary>
    Holding = 1,

    /// <summary>Giving way.</summary>
    Yielding = 2,

    /// <summary>The shield is holding it back.</summary>
    Blocked = 4,

    /// <summary>Battery low.</summary>
    LowBattery = 8,
}
