namespace GenRL.Swarm.Learning.Compression;

/// <summary>
/// The range that 256 steps are spread over: a value x is stored as round(x / scale) + zero point, 0 exactly. What lies outside is clipped.
/// </summary>
/// <param name="Low">Smallest value kept, at most 0.</param>
/// <param name="High">Largest value kept, at least 0.</param>
internal readonly record struct ActivationRange(float Low, float High)
{
    /// <summary>
    /// Fraction of the values at either end that may be clipped: a few outliers would take steps from all others. Ten times as many cost an adapted release a
    /// quarter of its precision (docs/adr/0007).
    /// </summary>
    private const double Clipped = 1e-5;

    private const float Steps = 255f;

    /// <summary>The value of one step.</summary>
    public float Scale => (High - Low) / Steps;

    /// <summary>The step that stands for 0.</summary>
    public byte ZeroPoint => (byte)MathF.Round(-Low / Scale);

    /// <summary>The range of <paramref name="values"/>, which it sorts, from their 0.001st to their 99.999th percentile.</summary>
    public static ActivationRange Of(float[] values)
    {
        Array.Sort(values);
        var outside = (int)(Clipped * values.Length);
        var range = new ActivationRange(MathF.Min(0f, values[outside]), MathF.Max(0f, values[^(1 + outside)]));
        return range.High > range.Low ? range : new ActivationRange(0f, Steps);
    }
}
