namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>Where the warehouse's new requests come from: the world's own draws, or a record of another program's.</summary>
internal interface IRequestSource
{
    /// <summary>Replaces each negative entry by a shelf that no other entry names.</summary>
    /// <param name="requests">Read and written.</param>
    /// <param name="shelves">Number of shelves.</param>
    void Fill(Span<double> requests, int shelves);
}
