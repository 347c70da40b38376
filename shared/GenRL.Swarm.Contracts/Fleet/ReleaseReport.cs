using System.Text.Json.Serialization;

namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>What a robot says of a release that it was offered.</summary>
/// <param name="Robot">The robot's number.</param>
/// <param name="Release">The release, 64 hexadecimal digits.</param>
/// <param name="State">How far it got.</param>
/// <param name="Reason">Why it was refused or rolled back; otherwise empty.</param>
public sealed record ReleaseReport(int Robot, string Release, ReleaseReportState State, string Reason);

/// <summary>How far a robot got with a release.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReleaseReportState>))]
public enum ReleaseReportState
{
    /// <summary>It fetches the release.</summary>
    [JsonStringEnumMemberName("downloading")]
    Downloading,

    /// <summary>It flies the release since the last plan tick.</summary>
    [JsonStringEnumMemberName("adopted")]
    Adopted,

    /// <summary>It did not take the release; it flies what it flew.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>It flew the release, found its health bounds broken, and went back to the one before.</summary>
    [JsonStringEnumMemberName("rolled-back")]
    RolledBack,
}
