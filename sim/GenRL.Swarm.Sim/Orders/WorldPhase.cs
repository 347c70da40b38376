namespace GenRL.Swarm.Sim.Orders;

/// <summary>What the simulated world is busy with.</summary>
public enum WorldPhase
{
    /// <summary>No run: robots have no goals.</summary>
    Idle,

    /// <summary>Robots fly to the places where the first mission starts; not judged.</summary>
    Staging,

    /// <summary>A mission is being flown and judged.</summary>
    Mission,
}
