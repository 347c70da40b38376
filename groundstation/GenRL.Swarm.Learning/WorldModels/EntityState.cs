using GenRL.Swarm.Models;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>
/// Where ego and neighbours are and what is remembered of them. B windows, S slots; metres, metres per second, world axes.
/// </summary>
/// <param name="Position">Ego, [B,2].</param>
/// <param name="Velocity">Ego, [B,2].</param>
/// <param name="NeighbourPosition">[B,S,2].</param>
/// <param name="NeighbourVelocity">[B,S,2].</param>
/// <param name="Memory">Ego memory and latent.</param>
public sealed record EntityState(
    Tensor Position, Tensor Velocity, Tensor NeighbourPosition, Tensor NeighbourVelocity, EntityMemory Memory);

/// <summary>Memories h and latents z.</summary>
/// <param name="Ego">[B,64].</param>
/// <param name="EgoLatent">[B,8].</param>
/// <param name="Neighbour">[B,S,64].</param>
/// <param name="NeighbourLatent">[B,S,8].</param>
public sealed record EntityMemory(Tensor Ego, Tensor EgoLatent, Tensor Neighbour, Tensor NeighbourLatent)
{
    /// <summary>Nothing remembered.</summary>
    public static EntityMemory Empty(long windows, long slots) => new(
        zeros(windows, NetworkShape.Memory), zeros(windows, NetworkShape.Latent), zeros(windows, slots, NetworkShape.Memory),
        zeros(windows, slots, NetworkShape.Latent));
}

/// <summary>What the neighbours said, as fixed points in space.</summary>
/// <param name="Waypoints">Where they expect to be 0.5, 1.0 and 1.5 s after the message was read, [B,S,6], metres.</param>
/// <param name="Goal">Where they are going, [B,S,2], metres.</param>
/// <param name="HasMessage">1 where that comes from a message, [B,S,1].</param>
/// <param name="Present">1 where the slot is in use, [B,S,1].</param>
public sealed record Intentions(Tensor Waypoints, Tensor Goal, Tensor HasMessage, Tensor Present);
