namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>Who earns what for a delivery.</summary>
internal enum RwareReward
{
    /// <summary>1 for every robot.</summary>
    Global,

    /// <summary>1 for the robot that carries the shelf.</summary>
    Individual,

    /// <summary>0.5 for the robot that carries the shelf, and 0.5 when it puts it back.</summary>
    TwoStage,
}
