using System.Globalization;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>
/// The simulators' certificates, by their names: si, uni or robust, "2" where the older simulator knows another gain for pairs that are too near,
/// "_boundary" where the arena's sides count, "_sr0p2" for another safety radius (here 0.2 m).
/// </summary>
internal static class KnownCertificates
{
    private const double UnsafeGain = 1e6;

    /// <summary>A certificate of version 2.0; null if it has none of that name.</summary>
    public static CertificateOptions? V2(string name)
    {
        var (kind, boundary, radius) = Parse(name);
        var speed = boundary ? SpeedLimit.Octagon : SpeedLimit.OctagonOpenAlongX;
        return kind switch
        {
            "si" => new()
            {
                Radius = radius ?? 0.15, Gain = 100d, Speed = speed, NeedsTwo = true,
                Sides = boundary ? new Arena(1.7, 1.1) : null,
            },
            "uni" when boundary => new()
            {
                Radius = (radius ?? 0.12) + 0.06, Gain = 150d, PointAhead = 0.03, Speed = speed, NeedsTwo = true,
                Sides = Arena.Testbed,
            },
            "uni" => new()
            {
                Radius = (radius ?? 0.15) + 0.1, Gain = 100d, PointAhead = 0.05, Speed = speed, NeedsTwo = true,
            },
            _ => null,
        };
    }

    /// <summary>A certificate of the older simulator; null if it has none of that name.</summary>
    public static CertificateOptions? Legacy(string name)
    {
        var (kind, boundary, radius) = Parse(name);
        Arena? sides = boundary ? Arena.Testbed : null;
        return kind switch
        {
            "si" => new() { Radius = radius ?? 0.17, Gain = 100d, Sides = sides },
            "si2" => new() { Radius = radius ?? 0.17, Gain = 100d, UnsafeGain = UnsafeGain, Sides = sides },
            "uni" => new()
            {
                Radius = (radius ?? 0.12) + 0.05, Gain = 100d, PointAhead = 0.05, Sides = sides, LimitsTurn = true,
            },
            "uni2" => new()
            {
                Radius = (radius ?? 0.12) + 0.05, Gain = 500d, UnsafeGain = UnsafeGain, PointAhead = 0.05, Sides = sides, LimitsTurn = true,
            },
            "robust" => new()
            {
                Radius = radius ?? 0.17, Gain = 150d, PointAhead = 0.05, Sides = sides, Speed = SpeedLimit.Wheels,
                WheelDisturbance = 5d,
            },
            _ => null,
        };
    }

    private static (string Kind, bool Boundary, double? Radius) Parse(string name)
    {
        const string Marker = "_sr";
        double? radius = null;
        var at = name.LastIndexOf(Marker, StringComparison.Ordinal);
        if (at > 0 && double.TryParse(name[(at + Marker.Length)..].Replace('p', '.'), CultureInfo.InvariantCulture, out var number))
        {
            (name, radius) = (name[..at], number);
        }

        const string Suffix = "_boundary";
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? (name[..^Suffix.Length], true, radius) : (name, false, radius);
    }
}
