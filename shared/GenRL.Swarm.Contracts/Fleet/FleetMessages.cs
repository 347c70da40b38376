using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>Writes and reads the fleet's JSON messages. Reading never throws: bad bytes give a named error.</summary>
public static class FleetMessages
{
    /// <summary>The largest message, bytes.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>Writes a status.</summary>
    public static byte[] Write(RobotStatus status) => JsonSerializer.SerializeToUtf8Bytes(status, FleetJson.Default.RobotStatus);

    /// <summary>Writes a report.</summary>
    public static byte[] Write(ReleaseReport report) => JsonSerializer.SerializeToUtf8Bytes(report, FleetJson.Default.ReleaseReport);

    /// <summary>Writes an offer.</summary>
    public static byte[] Write(ReleaseOffer offer) => JsonSerializer.SerializeToUtf8Bytes(offer, FleetJson.Default.ReleaseOffer);

    /// <summary>Writes a phase.</summary>
    public static byte[] Write(StationPhase phase) => JsonSerializer.SerializeToUtf8Bytes(phase, FleetJson.Default.StationPhase);

    /// <summary>Reads a robot's status.</summary>
    public static FleetMessageError Read(ReadOnlySpan<byte> utf8, out RobotStatus? status)
    {
        var error = Parse(utf8, FleetJson.Default.RobotStatus, out status);
        if (error == FleetMessageError.None)
        {
            error = Check(status!);
        }

        return Keep(error, ref status);
    }

    /// <summary>Reads what a robot says of a release.</summary>
    public static FleetMessageError Read(ReadOnlySpan<byte> utf8, out ReleaseReport? report)
    {
        var error = Parse(utf8, FleetJson.Default.ReleaseReport, out report);
        if (error == FleetMessageError.None && (!IsRobot(report!.Robot) || !ReleaseId.IsWellFormed(report.Release)))
        {
            error = FleetMessageError.OutOfRange;
        }

        return Keep(error, ref report);
    }

    /// <summary>Reads an offer.</summary>
    public static FleetMessageError Read(ReadOnlySpan<byte> utf8, out ReleaseOffer? offer)
    {
        var error = Parse(utf8, FleetJson.Default.ReleaseOffer, out offer);
        if (error == FleetMessageError.None
            && !(ReleaseId.IsWellFormed(offer!.Release) && offer.BaseUrl.EndsWith('/') && Uri.TryCreate(offer.BaseUrl, UriKind.Absolute, out _)))
        {
            error = FleetMessageError.OutOfRange;
        }

        return Keep(error, ref offer);
    }

    /// <summary>Reads a phase.</summary>
    public static FleetMessageError Read(ReadOnlySpan<byte> utf8, out StationPhase? phase)
    {
        var error = Parse(utf8, FleetJson.Default.StationPhase, out phase);
        if (error == FleetMessageError.None && phase!.Progress is not (>= 0 and <= 1))
        {
            error = FleetMessageError.OutOfRange;
        }

        return Keep(error, ref phase);
    }

    private static FleetMessageError Parse<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, out T? message)
        where T : class
    {
        message = null;
        if (utf8.Length > MaxBytes)
        {
            return FleetMessageError.TooLarge;
        }

        try
        {
            message = JsonSerializer.Deserialize(utf8, type);
            return message is null ? FleetMessageError.Malformed : FleetMessageError.None;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return FleetMessageError.Malformed;
        }
    }

    private static FleetMessageError Check(RobotStatus s)
    {
        if (!IsRobot(s.Robot) || !ReleaseId.IsWellFormed(s.Release)
            || !IsPath(s.PlanMetres) || s.RadiusMetres <= 0
            || s.Told.Count > PlanShape.Neighbours || !s.Told.All(t => t is not null && IsRobot(t.Robot) && IsPath(t.PathMetres)))
        {
            return FleetMessageError.OutOfRange;
        }

        var finite = float.IsFinite(s.XMetres + s.YMetres + s.HeadingRadians + s.RadiusMetres)
            && float.IsFinite(s.VelocityXMetresPerSecond + s.VelocityYMetresPerSecond)
            && float.IsFinite(s.Tick.P50Milliseconds + s.Tick.P99Milliseconds)
            && (s.Goal is null || float.IsFinite(s.Goal.XMetres + s.Goal.YMetres))
            && s.PlanMetres.All(float.IsFinite)
            && s.Told.All(t => t.PathMetres.All(float.IsFinite));
        return finite ? FleetMessageError.None : FleetMessageError.NotFinite;
    }

    private static bool IsPath(IReadOnlyList<float> path) => path.Count <= PlanShape.Horizon * 2 && path.Count % 2 == 0;

    private static bool IsRobot(int number) => number is >= 0 and <= RobotId.MaxValue;

    private static FleetMessageError Keep<T>(FleetMessageError error, ref T? message)
        where T : class
    {
        if (error != FleetMessageError.None)
        {
            message = null;
        }

        return error;
    }
}
