namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>How robots see each other.</summary>
public sealed record NeighbourSpec
{
    /// <summary>How many are told of at most: the nearest. Default 4.</summary>
    public int Most { get; init; } = 4;

    /// <summary>How far they are seen, from centre to centre, m. Default 4.</summary>
    public double Range { get; init; } = 4d;

    /// <summary>The angle that is seen, about straight ahead, rad. Default a whole turn.</summary>
    public double FieldOfView { get; init; } = Math.Tau;

    /// <summary>Whether a body between two centres hides them from each other. Default false.</summary>
    public bool Occlusion { get; init; }

    /// <summary>This description, if it makes sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not; the exception names the field.</exception>
    internal NeighbourSpec Checked()
    {
        Require(Most >= 0, Most, nameof(Most), "must not be negative");
        Require(double.IsFinite(Range) && Range >= 0d, Range, nameof(Range), "must not be negative, and finite");
        Require(FieldOfView is > 0d and <= Math.Tau, FieldOfView, nameof(FieldOfView), "must lie between 0 and a whole turn");
        return this;

        static void Require(bool condition, double value, string field, string rule)
        {
            if (!condition)
            {
                throw new ArgumentOutOfRangeException(field, value, $"neighbours: {rule}");
            }
        }
    }
}
