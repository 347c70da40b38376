namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>A lidar's rays.</summary>
public sealed record LidarSpec
{
    /// <summary>Number of rays, evenly spaced over the field of view. Default 32.</summary>
    public int Rays { get; init; } = 32;

    /// <summary>How far they see, m. Default 3.</summary>
    public double Range { get; init; } = 3d;

    /// <summary>The angle that they cover, rad: with a whole turn the first ray looks ahead, with less the first and the last one are at its borders. Default a whole turn.</summary>
    public double FieldOfView { get; init; } = Math.Tau;

    /// <summary>Whether the rays turn with the body; else the first one looks along x. Default true.</summary>
    public bool Turns { get; init; } = true;

    /// <summary>This lidar, if it makes sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not; the exception names the field.</exception>
    internal LidarSpec Checked()
    {
        Require(Rays >= 0, Rays, nameof(Rays), "must not be negative");
        Require(double.IsFinite(Range) && Range > 0d, Range, nameof(Range), "must be positive and finite");
        Require(FieldOfView is > 0d and <= Math.Tau, FieldOfView, nameof(FieldOfView), "must lie between 0 and a whole turn");
        return this;

        static void Require(bool condition, double value, string field, string rule)
        {
            if (!condition)
            {
                throw new ArgumentOutOfRangeException(field, value, $"lidar: {rule}");
            }
        }
    }
}
