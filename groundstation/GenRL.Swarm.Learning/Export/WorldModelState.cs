using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Export;

/// <summary>Names of the values that hold memory h and latent z of ego and neighbours in a graph.</summary>
internal sealed record WorldModelState(string Ego, string EgoLatent, string Neighbour, string NeighbourLatent)
{
    /// <summary>The state as inputs of the graph.</summary>
    public static WorldModelState Inputs(OnnxGraph g, int egos) => new(
        g.Input(GraphNames.EgoMemory, egos, NetworkShape.Memory),
        g.Input(GraphNames.EgoLatent, egos, NetworkShape.Latent),
        g.Input(GraphNames.NeighbourMemory, PlanShape.Neighbours, NetworkShape.Memory),
        g.Input(GraphNames.NeighbourLatent, PlanShape.Neighbours, NetworkShape.Latent));
}
