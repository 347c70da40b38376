using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tokens;

/// <summary>
/// The codebook of the swarm's intentions: what <see cref="PlanTail"/> says, to quantised numbers and back. State keys encode.*,
/// decode.*.
/// </summary>
public sealed class IntentionTokenNetworks : nn.Module<Tensor, Tensor>
{
    private const int Numbers = FiniteScalars.Tokens * FiniteScalars.Size;
    private const int Hidden = NetworkShape.IntentionHidden;

    [ComponentName(Name = "encode")]
    private readonly Sequential _encode = nn.Sequential(
        nn.Linear(PlanTail.Size, Hidden), nn.SiLU(), nn.Linear(Hidden, Hidden), nn.SiLU(), nn.Linear(Hidden, Numbers));

    [ComponentName(Name = "decode")]
    private readonly Sequential _decode = nn.Sequential(
        nn.Linear(Numbers, Hidden), nn.SiLU(), nn.Linear(Hidden, Hidden), nn.SiLU(), nn.Linear(Hidden, PlanTail.Size));

    private readonly FiniteScalarQuantiser _quantiser = new();

    /// <summary>Weights from the process's generator: seed it first.</summary>
    public IntentionTokenNetworks()
        : base(nameof(IntentionTokenNetworks)) => RegisterComponents();

    /// <summary>The quantised numbers of <paramref name="tails"/>, [B,4]: [B,8].</summary>
    public Tensor Encode(Tensor tails) => _quantiser.Quantise(_encode.forward(tails));

    /// <summary>What a receiver reads: [B,4] from quantised numbers, [B,8].</summary>
    public Tensor Decode(Tensor numbers) => _decode.forward(numbers);

    /// <summary>There and back, [B,4].</summary>
    public override Tensor forward(Tensor input) => Decode(Encode(input));
}
