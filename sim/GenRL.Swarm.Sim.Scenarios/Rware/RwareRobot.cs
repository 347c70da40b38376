namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>One robot. Eight bytes without padding, so that snapshots of equal worlds are equal.</summary>
internal struct RwareRobot
{
    /// <summary>Number of its cell on the <see cref="RwareMap"/>.</summary>
    public int Cell;

    /// <summary>Number of the shelf that it carries, from 1; 0 for none.</summary>
    public ushort Shelf;

    /// <summary>Where it looks.</summary>
    public RwareFacing Facing;

    /// <summary>Whether the shelf that it carries was delivered and is yet to be put back; only with <see cref="RwareReward.TwoStage"/>.</summary>
    public bool HasDelivered;
}
