namespace GenRL.Swarm.Sim.Parity;

/// <summary>What is compared.</summary>
internal enum Quantity
{
    /// <summary>Positions and headings.</summary>
    Position,

    /// <summary>Velocities, commands and outputs of certificates.</summary>
    Velocity,

    /// <summary>What agents see.</summary>
    Observation,

    /// <summary>Rewards.</summary>
    Reward,

    /// <summary>Ends of episodes.</summary>
    Done,

    /// <summary>Whatever else a file stores: grids, loads, messages, counters.</summary>
    State,
}
