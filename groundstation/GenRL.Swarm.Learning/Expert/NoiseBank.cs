using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Learning.Expert;

/// <summary>
/// Noise for command sequences, drawn once: 4096 sequences of first-order autoregressive Gaussian noise, e_t = 0.75 e_(t-1) + 0.66 w_t,
/// which keeps its variance along the plan. Searching with sequences picked from a bank costs one random integer per candidate instead
/// of 30 logarithms.
/// </summary>
internal sealed class NoiseBank
{
    /// <summary>How much of the noise lives on in the next step.</summary>
    internal const float Memory = 0.75f;

    /// <summary>How much new noise enters: about the square root of 1 - 0.75 squared.</summary>
    internal const float Innovation = 0.66f;

    private const int Sequences = 4096;

    private readonly Vector2[] _noise = new Vector2[Sequences * PlanShape.Horizon];

    /// <summary>Draws the bank.</summary>
    /// <param name="deviation">Standard deviation, metres per second.</param>
    /// <param name="random">Where the numbers come from.</param>
    public NoiseBank(float deviation, RandomStream random)
    {
        for (var i = 0; i < _noise.Length; i++)
        {
            var fresh = deviation * new Vector2(random.NextGaussian(), random.NextGaussian());
            _noise[i] = i % PlanShape.Horizon == 0 ? fresh : (Memory * _noise[i - 1]) + (Innovation * fresh);
        }
    }

    /// <summary>One sequence, [H], metres per second.</summary>
    public ReadOnlySpan<Vector2> Pick(RandomStream random) =>
        _noise.AsSpan(random.NextInt32(Sequences) * PlanShape.Horizon, PlanShape.Horizon);
}
