using GenRL.Swarm.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Networks;

/// <summary>
/// Sees a scene: ego and lidar, and a set of neighbours of any number and order, become the context c. Sum and maximum over the
/// neighbours (Zaheer et al., Deep Sets, arXiv 1703.06114). State keys: ego.*, neighbour.*, context.*.
/// </summary>
public sealed class PolicyEncoder : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "ego")]
    private readonly Sequential _ego = nn.Sequential(nn.Linear(NetworkShape.EgoToken, NetworkShape.Token), nn.SiLU());

    [ComponentName(Name = "neighbour")]
    private readonly Sequential _neighbour = nn.Sequential(
        nn.Linear(NetworkShape.NeighbourToken, NetworkShape.Token), nn.SiLU(),
        nn.Linear(NetworkShape.Token, NetworkShape.Token), nn.SiLU());

    [ComponentName(Name = "context")]
    private readonly Sequential _context = nn.Sequential(nn.Linear(3 * NetworkShape.Token, NetworkShape.Context), nn.SiLU());

    /// <summary>Weights from the process's generator.</summary>
    public PolicyEncoder()
        : base(nameof(PolicyEncoder)) => RegisterComponents();

    /// <summary>The context of a batch.</summary>
    /// <param name="ego">Ego blocks, [B,16].</param>
    /// <param name="lidar">Lidar blocks, [B,32].</param>
    /// <param name="neighbours">Neighbour blocks, [B,S,16].</param>
    /// <param name="mask">1 where a neighbour is present, [B,S].</param>
    /// <returns>c, [B,192].</returns>
    public override Tensor forward(Tensor ego, Tensor lidar, Tensor neighbours, Tensor mask)
    {
        var own = _ego.forward(cat([ego, lidar], -1));
        var pairs = cat([neighbours, ego.unsqueeze(1).expand(-1, neighbours.size(1), -1)], -1);
        var tokens = _neighbour.forward(pairs) * mask.unsqueeze(-1);
        return _context.forward(cat([own, tokens.sum(1) / NetworkShape.NeighbourPool, tokens.amax([1]).relu()], -1));
    }
}
