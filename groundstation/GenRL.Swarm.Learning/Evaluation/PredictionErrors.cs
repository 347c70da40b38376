namespace GenRL.Swarm.Learning.Evaluation;

/// <summary>Squared position errors of one predictor over the same windows, metres squared, averaged per window over present neighbours.</summary>
/// <param name="Ego">Per horizon (0.5, 1.0, 2.0 s), per window.</param>
/// <param name="Neighbours">Per horizon, per window; not a number where no neighbour was present.</param>
public sealed record PredictionErrors(IReadOnlyList<double[]> Ego, IReadOnlyList<double[]> Neighbours)
{
    /// <summary>The horizons, steps of 0.1 s.</summary>
    public static IReadOnlyList<int> Horizons { get; } = [5, 10, 20];
}
