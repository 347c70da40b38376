using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models;

/// <summary>What the world model remembers: memory h and latent z of the ego and of each neighbour slot. Owned by the agent; survives neither a swap nor a change of slot.</summary>
public sealed class RecurrentState
{
    /// <summary>Ego memory, [64].</summary>
    public float[] EgoMemory { get; } = new float[NetworkShape.Memory];

    /// <summary>Ego latent, [8].</summary>
    public float[] EgoLatent { get; } = new float[NetworkShape.Latent];

    /// <summary>Neighbours' memories, [8,64].</summary>
    public float[] NeighbourMemory { get; } = new float[PlanShape.Neighbours * NetworkShape.Memory];

    /// <summary>Neighbours' latents, [8,8].</summary>
    public float[] NeighbourLatent { get; } = new float[PlanShape.Neighbours * NetworkShape.Latent];

    /// <summary>Hands memories and latents to a graph that takes all four. Allocates nothing.</summary>
    internal void WriteTo(GraphSession session)
    {
        EgoMemory.AsSpan().CopyTo(session.Buffer(GraphNames.EgoMemory));
        EgoLatent.AsSpan().CopyTo(session.Buffer(GraphNames.EgoLatent));
        NeighbourMemory.AsSpan().CopyTo(session.Buffer(GraphNames.NeighbourMemory));
        NeighbourLatent.AsSpan().CopyTo(session.Buffer(GraphNames.NeighbourLatent));
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(EgoMemory);
        Array.Clear(EgoLatent);
        Array.Clear(NeighbourMemory);
        Array.Clear(NeighbourLatent);
    }

    /// <summary>Forgets the neighbour in <paramref name="slot"/>.</summary>
    public void Forget(int slot)
    {
        Array.Clear(NeighbourMemory, slot * NetworkShape.Memory, NetworkShape.Memory);
        Array.Clear(NeighbourLatent, slot * NetworkShape.Latent, NetworkShape.Latent);
    }
}
