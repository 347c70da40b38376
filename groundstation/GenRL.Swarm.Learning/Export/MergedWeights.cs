namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// A weight matrix [outputs, inputs] put together from parts of torch's, so that several layers that read the same values become one Gemm.
/// What is not placed is zero.
/// </summary>
internal sealed class MergedWeights(int outputs, int inputs, float[]? values = null)
{
    /// <summary>Row-major values, [outputs, inputs].</summary>
    public float[] Values { get; } = values ?? new float[outputs * inputs];

    /// <summary>Rows.</summary>
    public int Outputs => outputs;

    /// <summary>Columns.</summary>
    public int Inputs => inputs;

    /// <summary>Adds <paramref name="scale"/> times a block of <paramref name="source"/>, whose rows have <paramref name="width"/> columns.</summary>
    public MergedWeights Add(
        (int Output, int Input) at, (int Outputs, int Inputs) size, float[] source, int width, (int Output, int Input) from = default, float scale = 1f)
    {
        for (var r = 0; r < size.Outputs; r++)
        {
            for (var c = 0; c < size.Inputs; c++)
            {
                Values[((at.Output + r) * inputs) + at.Input + c] += scale * source[((from.Output + r) * width) + from.Input + c];
            }
        }

        return this;
    }

    /// <summary>Adds <paramref name="value"/> along a diagonal of <paramref name="count"/>.</summary>
    public MergedWeights AddDiagonal((int Output, int Input) at, int count, float value)
    {
        for (var i = 0; i < count; i++)
        {
            Values[((at.Output + i) * inputs) + at.Input + i] += value;
        }

        return this;
    }
}
