namespace GenRL.Swarm.Sim.Engine.Radio;

/// <summary>What became of frames since the reset. One broadcast counts once for every other robot.</summary>
/// <param name="Offered">Handed to a link.</param>
/// <param name="OutOfReach">Not heard because the receiver was too far away, or in another partition.</param>
/// <param name="Choked">Dropped because too much was waiting at the sender.</param>
/// <param name="Lost">Lost on a link.</param>
/// <param name="Overflowed">Dropped because too many were on their way to the receiver.</param>
/// <param name="Duplicated">Put on their way a second time.</param>
public readonly record struct RadioCount(long Offered, long OutOfReach, long Choked, long Lost, long Overflowed, long Duplicated);
