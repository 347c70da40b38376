namespace GenRL.Swarm.GroundStation;

/// <summary>What the station writes to its text log: event ids 6000 to 6999.</summary>
internal static partial class Log
{
    [LoggerMessage(6000, LogLevel.Information, "log {Robot}/{Name} arrived: {Bytes} bytes")]
    public static partial void LogArrived(ILogger logger, string robot, string name, long bytes);

    [LoggerMessage(6001, LogLevel.Warning, "upload {Robot}/{Name} refused: {Fault}")]
    public static partial void UploadRefused(ILogger logger, string robot, string name, Ingest.UploadFault fault);

    [LoggerMessage(6002, LogLevel.Information, "rollout {Number} of {Release}: {Stage} {Reason}")]
    public static partial void RolloutMoved(ILogger logger, long number, string release, Registry.Rollouts.RolloutStage stage, string reason);

    [LoggerMessage(6003, LogLevel.Information, "{Step}: {Detail}")]
    public static partial void CycleStep(ILogger logger, string step, string detail);

    [LoggerMessage(6004, LogLevel.Information, "learner: {Line}")]
    public static partial void LearnerSaid(ILogger logger, string line);

    [LoggerMessage(6005, LogLevel.Information, "broker: {Line}")]
    public static partial void Bus(ILogger logger, string line);

    [LoggerMessage(6007, LogLevel.Warning, "the gate asks for {Episodes} episodes only, {Usual} is what a fleet should ask for")]
    public static partial void ShortGate(ILogger logger, int episodes, int usual);

    [LoggerMessage(6006, LogLevel.Warning, "connection from {From} refused: {Fault} {Certificate}")]
    public static partial void ConnectionRefused(ILogger logger, System.Net.EndPoint? from, Security.ConnectionFault fault, string certificate);
}
