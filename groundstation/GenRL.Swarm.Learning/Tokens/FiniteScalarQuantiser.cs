using GenRL.Swarm.Agent.Intentions;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tokens;

/// <summary>
/// Finite scalar quantisation in training (Mentzer et al., arXiv 2309.15505, section 3): bounds every number by a shifted tanh, rounds
/// it to its level, and lets gradients pass as if it had not been rounded. The levels are those of <see cref="FiniteScalars"/>, once per
/// token. Owns its tensors.
/// </summary>
public sealed class FiniteScalarQuantiser : IDisposable
{
    private const float Slack = 1e-3f;

    private readonly Tensor _half;
    private readonly Tensor _offset;
    private readonly Tensor _shift;
    private readonly Tensor _scale;

    /// <summary>A quantiser of <see cref="FiniteScalars.Tokens"/> tokens.</summary>
    public FiniteScalarQuantiser()
    {
        const int Numbers = FiniteScalars.Tokens * FiniteScalars.Size;
        var half = new float[Numbers];
        var offset = new float[Numbers];
        var shift = new float[Numbers];
        var scale = new float[Numbers];
        for (var i = 0; i < Numbers; i++)
        {
            var levels = FiniteScalars.Levels[i % FiniteScalars.Size];
            half[i] = (levels - 1) * (1f + Slack) / 2f;
            offset[i] = levels % 2 == 0 ? 0.5f : 0f;
            shift[i] = MathF.Atanh(offset[i] / half[i]);
            scale[i] = levels / 2;
        }

        (_half, _offset, _shift, _scale) = (tensor(half), tensor(offset), tensor(shift), tensor(scale));
    }

    /// <summary>Quantises.</summary>
    /// <param name="latent">Any numbers, [B,8].</param>
    /// <returns>Each a multiple k / (L / 2) of its level, [B,8]; its gradient is that of the bounded number before rounding.</returns>
    public Tensor Quantise(Tensor latent)
    {
        ArgumentNullException.ThrowIfNull(latent);
        var bounded = ((latent + _shift).tanh() * _half) - _offset;
        return (bounded + (bounded.round() - bounded).detach()) / _scale;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _half.Dispose();
        _offset.Dispose();
        _shift.Dispose();
        _scale.Dispose();
    }
}
