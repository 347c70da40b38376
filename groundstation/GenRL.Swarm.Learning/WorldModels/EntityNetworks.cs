using GenRL.Swarm.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>The networks of one kind of entity (ego or neighbour): memory, prior, posterior, motion.</summary>
internal sealed class EntityNetworks
{
    public EntityNetworks(int inputs)
    {
        Memory = nn.GRUCell(inputs, NetworkShape.Memory);
        Prior = Pair(NetworkShape.Memory, NetworkShape.LatentHidden, 2 * NetworkShape.Latent);
        Posterior = Pair(NetworkShape.Memory + 2, NetworkShape.LatentHidden, 2 * NetworkShape.Latent);
        Motion = Pair(NetworkShape.Memory + NetworkShape.Latent, NetworkShape.MotionHidden, 2);
    }

    public GRUCell Memory { get; }

    public Sequential Prior { get; }

    public Sequential Posterior { get; }

    public Sequential Motion { get; }

    /// <summary>Linear, SiLU, Linear.</summary>
    public static Sequential Pair(int inputs, int hidden, int outputs) =>
        nn.Sequential(nn.Linear(inputs, hidden), nn.SiLU(), nn.Linear(hidden, outputs));
}
