namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>One agent. Ten bytes without padding, so that snapshots of equal worlds are equal.</summary>
internal struct PogemaAgent
{
    /// <summary>Row of its cell, without the border.</summary>
    public ushort Row;

    /// <summary>Column of its cell.</summary>
    public ushort Column;

    /// <summary>Row of its target.</summary>
    public ushort TargetRow;

    /// <summary>Column of its target.</summary>
    public ushort TargetColumn;

    /// <summary>1 while it is on the map, 0 after it finished.</summary>
    public ushort Active;

    /// <summary>Whether it is on the map.</summary>
    public readonly bool IsActive => Active != 0;

    /// <summary>Whether it is on its target.</summary>
    public readonly bool IsOnTarget => Row == TargetRow && Column == TargetColumn;
}
