namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>
/// A barrier certificate: the velocities nearest to the wished ones under which no barrier h falls faster than its gain times h^3 allows. Pairs:
/// h = |x_i - x_j|^2 - Radius^2. Sides of the arena: h = distance - Radius / 2, gain 0.4 Gain. (Wang, Ames, Egerstedt: Safety barrier
/// certificates for collisions-free multirobot systems, IEEE T-RO 33, 2017; the constants are those of the Robotarium's simulators.)
/// </summary>
internal sealed record CertificateOptions
{
    /// <summary>Least distance of the certified points, m.</summary>
    public required double Radius { get; init; }

    /// <summary>Of pairs, 1/(m^4 s).</summary>
    public required double Gain { get; init; }

    /// <summary>Of pairs that are too near already; null for the same.</summary>
    public double? UnsafeGain { get; init; }

    /// <summary>How far ahead of the axle the certified point lies, m; 0 for robots that move as points.</summary>
    public double PointAhead { get; init; }

    /// <summary>Within whose sides points are kept; null for no sides.</summary>
    public Arena? Sides { get; init; }

    /// <summary>How speed is limited.</summary>
    public SpeedLimit Speed { get; init; }

    /// <summary>What each wheel's speed may be off by, the pairs' rows holding nevertheless, rad/s.</summary>
    public double WheelDisturbance { get; init; }

    /// <summary>Whether turns are limited to pi rad/s after certification, as the older simulator does.</summary>
    public bool LimitsTurn { get; init; }

    /// <summary>Whether a single robot's wish is returned as it is.</summary>
    public bool NeedsTwo { get; init; }
}
