namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>What happens where agents get in each other's way.</summary>
internal enum PogemaCollisions
{
    /// <summary>Agents move in their order, into cells that are free by then.</summary>
    Priority,

    /// <summary>A cell that two want, or that was taken before the step, is closed to all.</summary>
    BlockBoth,

    /// <summary>All move at once; swaps and shared cells are taken back, and what that blocks in turn.</summary>
    Soft,
}
