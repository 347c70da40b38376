namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>A ratio with its 95 % interval.</summary>
/// <param name="Ratio">The ratio.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
internal sealed record Interval(double Ratio, double Low, double High);

/// <summary>How well one thing is predicted on the held-out logs: mean squared position error as a ratio to constant velocity.</summary>
/// <param name="Name">Whose position and how far ahead: <c>ego_2.0s</c>, <c>neighbour_0.5s</c>, ...</param>
/// <param name="Old">The bundle that flew in A.</param>
/// <param name="New">The bundle that flew in C.</param>
/// <param name="LeastSquares">The identified floor without any learned model; null where it says nothing.</param>
/// <param name="NewToOld">New to old on the same windows.</param>
internal sealed record PredictionRow(string Name, Interval Old, Interval New, Interval? LeastSquares, Interval NewToOld)
{
    /// <summary>By how much the error fell, share of the old, at the worse end of the interval.</summary>
    public double ReductionAtWorst => 1d - NewToOld.High;
}
