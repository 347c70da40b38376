namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>
/// A linear inequality on at most two robots' velocities: <see cref="OnFirst"/> . v[First] + <see cref="OnSecond"/> . v[Second] &lt;= Bound.
/// </summary>
/// <param name="First">A robot.</param>
/// <param name="Second">Another one, or the same with no coefficients.</param>
/// <param name="OnFirst">Coefficients.</param>
/// <param name="OnSecond">Coefficients.</param>
/// <param name="Bound">The right side.</param>
/// <param name="Number">The row's number in the order in which the certificate is written down.</param>
internal readonly record struct SparseRow(int First, int Second, Vector2D OnFirst, Vector2D OnSecond, double Bound, int Number)
{
    /// <summary>The left side's length, squared.</summary>
    public double SquaredNorm => OnFirst.Dot(OnFirst) + OnSecond.Dot(OnSecond);

    /// <summary>A row on one robot.</summary>
    public static SparseRow Of(int robot, Vector2D normal, double bound, int number) => new(robot, robot, normal, default, bound, number);

    /// <summary>The left side at <paramref name="velocities"/>.</summary>
    public double Left(ReadOnlySpan<Vector2D> velocities) => OnFirst.Dot(velocities[First]) + OnSecond.Dot(velocities[Second]);

    /// <summary>By how much the row is violated at <paramref name="velocities"/>; negative where it holds.</summary>
    public double Excess(ReadOnlySpan<Vector2D> velocities) => Left(velocities) - Bound;
}
