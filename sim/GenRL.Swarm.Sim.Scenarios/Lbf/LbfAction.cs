namespace GenRL.Swarm.Sim.Scenarios.Lbf;

/// <summary>What a player may do.</summary>
internal enum LbfAction
{
    None,
    North,
    South,
    West,
    East,
    Load,
}
