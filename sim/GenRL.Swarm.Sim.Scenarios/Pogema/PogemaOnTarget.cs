namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>What happens to an agent on its target.</summary>
internal enum PogemaOnTarget
{
    /// <summary>It earns 1 and disappears.</summary>
    Finish,

    /// <summary>It earns 1 and gets another target that it can reach: lifelong.</summary>
    Restart,

    /// <summary>Nothing, until all are on theirs at once: then all earn 1.</summary>
    Nothing,
}
