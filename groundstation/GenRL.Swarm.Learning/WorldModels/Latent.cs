using GenRL.Swarm.Models;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>A diagonal Gaussian over the latent: mean and standard deviation, [.., 8] each.</summary>
internal readonly record struct Latent(Tensor Mean, Tensor Deviation)
{
    /// <summary>Reads a head's output, [.., 16]: mean, then what softplus turns into a deviation of at least 0.1.</summary>
    public static Latent From(Tensor head) => new(
        head.narrow(-1, 0, NetworkShape.Latent),
        nn.functional.softplus(head.narrow(-1, NetworkShape.Latent, NetworkShape.Latent)) + NetworkShape.LatentFloor);

    /// <summary>A sample through which gradients flow (Kingma and Welling, arXiv 1312.6114).</summary>
    public Tensor Sample() => Mean + (Deviation * randn_like(Mean));

    /// <summary>The same numbers with no gradient to them.</summary>
    public Latent Detached() => new(Mean.detach(), Deviation.detach());

    /// <summary>KL divergence of <paramref name="q"/> from <paramref name="p"/>, nats, [..].</summary>
    public static Tensor Divergence(Latent q, Latent p)
    {
        var ratio = q.Deviation / p.Deviation;
        var shift = (q.Mean - p.Mean) / p.Deviation;
        return (((ratio * ratio) + (shift * shift) - 1) / 2 - ratio.log()).sum(-1);
    }
}
