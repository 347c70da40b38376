namespace GenRL.Swarm.Agent.Intentions;

/// <summary>
/// Finite scalar quantisation (Mentzer et al., arXiv 2309.15505) with levels 8, 5, 5, 5: one token is a number from 0 to 999, and stands for
/// four values in [-1, 1]. This is the index arithmetic; the networks before and after it are in the bundle.
/// </summary>
public static class FiniteScalars
{
    /// <summary>Values in a token.</summary>
    public const int Size = 4;

    /// <summary>Tokens in a message.</summary>
    public const int Tokens = 2;

    // An array: a literal span allocates wherever the code is not optimised.
    private static readonly int[] _levels = [8, 5, 5, 5];

    /// <summary>Levels of each value.</summary>
    public static ReadOnlySpan<int> Levels => _levels;

    /// <summary>The token of four quantised values: each is k / (L / 2) for an integer k.</summary>
    /// <param name="values">Quantised values, [4].</param>
    public static ushort Index(ReadOnlySpan<float> values)
    {
        var index = 0;
        var place = 1;
        for (var i = 0; i < Size; i++)
        {
            var half = Levels[i] / 2;
            index += Math.Clamp((int)MathF.Round(values[i] * half) + half, 0, Levels[i] - 1) * place;
            place *= Levels[i];
        }

        return (ushort)index;
    }

    /// <summary>The four values of <paramref name="index"/>.</summary>
    /// <param name="index">A token, 0 to 999.</param>
    /// <param name="values">Receives the values, [4].</param>
    public static void Values(ushort index, Span<float> values)
    {
        var rest = (int)index;
        for (var i = 0; i < Size; i++)
        {
            var half = Levels[i] / 2;
            values[i] = ((rest % Levels[i]) - half) / (float)half;
            rest /= Levels[i];
        }
    }
}
