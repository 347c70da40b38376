using System.Diagnostics.Metrics;

namespace GenRL.Swarm.GroundStation;

/// <summary>The station's metrics.</summary>
internal static class StationMeter
{
    private static readonly Meter Meter = new("GenRL.Swarm.GroundStation");

    public static readonly Counter<long> RejectedMessages = Meter.CreateCounter<long>("swarm.station.rejected_messages", "{message}");

    public static readonly Counter<long> RefusedUploads = Meter.CreateCounter<long>("swarm.station.refused_uploads", "{upload}");

    public static readonly Counter<long> RefusedConnections = Meter.CreateCounter<long>("swarm.station.refused_connections", "{connection}");

    public static readonly Counter<long> ReceivedLogBytes = Meter.CreateCounter<long>("swarm.station.received_logs", "By");
}
