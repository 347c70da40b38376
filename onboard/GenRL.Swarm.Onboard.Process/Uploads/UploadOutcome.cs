namespace GenRL.Swarm.Onboard.Process.Uploads;

/// <summary>What the station made of a log.</summary>
/// <param name="Complete">It has the log, whole and checked.</param>
/// <param name="Reason">Otherwise, why it never will.</param>
internal readonly record struct UploadOutcome(bool Complete, string Reason)
{
    public static UploadOutcome Done { get; } = new(Complete: true, "");

    public static UploadOutcome Refused(string reason) => new(Complete: false, reason);
}
