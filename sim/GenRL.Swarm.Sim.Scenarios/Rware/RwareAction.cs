namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>What a robot may do.</summary>
internal enum RwareAction
{
    Stay,
    Forward,
    Left,
    Right,
    Toggle,
}
