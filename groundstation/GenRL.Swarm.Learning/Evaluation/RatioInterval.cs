using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Learning.Evaluation;

/// <summary>A ratio of mean squared errors with its 95 % interval from a paired bootstrap over windows.</summary>
/// <param name="Ratio">Mean of the numerator over mean of the denominator.</param>
/// <param name="Low">2.5th percentile.</param>
/// <param name="High">97.5th percentile.</param>
/// <param name="Windows">Windows that both have.</param>
public sealed record RatioInterval(double Ratio, double Low, double High, int Windows)
{
    private const int Resamples = 2000;
    private const int Stage = 0xB007;

    /// <summary>The ratio of <paramref name="numerator"/> to <paramref name="denominator"/>, errors of two predictors on the same windows.</summary>
    public static RatioInterval Of(double[] numerator, double[] denominator, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(numerator);
        ArgumentNullException.ThrowIfNull(denominator);
        ArgumentOutOfRangeException.ThrowIfNotEqual(denominator.Length, numerator.Length, nameof(denominator));
        int[] valid = [.. Enumerable.Range(0, numerator.Length).Where(i => double.IsFinite(numerator[i]) && double.IsFinite(denominator[i]))];
        if (valid.Length == 0)
        {
            return new RatioInterval(double.NaN, double.NaN, double.NaN, 0);
        }

        var stream = new RandomStream(seed, -1, Stage);
        var ratios = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var (above, below) = (0.0, 0.0);
            for (var i = 0; i < valid.Length; i++)
            {
                var window = valid[stream.NextInt32(valid.Length)];
                above += numerator[window];
                below += denominator[window];
            }

            ratios[r] = above / below;
        }

        Array.Sort(ratios);
        return new RatioInterval(
            valid.Sum(i => numerator[i]) / valid.Sum(i => denominator[i]), ratios[(int)(0.025 * Resamples)], ratios[(int)(0.975 * Resamples)], valid.Length);
    }
}
