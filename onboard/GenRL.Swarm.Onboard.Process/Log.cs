using Microsoft.Extensions.Logging;

namespace GenRL.Swarm.Onboard.Process;

/// <summary>What the process says in words. Event ids 3000 to 3999.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "ready: {Robot} flies {Release}")]
    public static partial void Ready(this ILogger log, string robot, string release);

    [LoggerMessage(3001, LogLevel.Information, "bus: {Line}")]
    public static partial void Bus(this ILogger log, string line);

    [LoggerMessage(3002, LogLevel.Error, "a control step or plan tick failed; the robot stands still")]
    public static partial void ControlFailed(this ILogger log, Exception error);

    [LoggerMessage(3003, LogLevel.Information, "{Steps} steps, {MissedSteps} missed; {Ticks} ticks, {MissedTicks} missed; {Account}")]
    public static partial void Stopped(this ILogger log, long steps, long missedSteps, long ticks, long missedTicks, string account);

    [LoggerMessage(3004, LogLevel.Error, "the tick log stopped: {Reason}")]
    public static partial void LogStopped(this ILogger log, string reason);

    [LoggerMessage(3005, LogLevel.Error, "{Task} stopped")]
    public static partial void TaskStopped(this ILogger log, string task, Exception error);

    [LoggerMessage(3100, LogLevel.Information, "log {Name} is at the station")]
    public static partial void Uploaded(this ILogger log, string name);

    [LoggerMessage(3101, LogLevel.Warning, "log {Name}: {Reason}; trying again")]
    public static partial void UploadFailed(this ILogger log, string name, string reason);

    [LoggerMessage(3102, LogLevel.Error, "log {Name} was refused: {Reason}")]
    public static partial void UploadRefused(this ILogger log, string name, string reason);

    [LoggerMessage(3200, LogLevel.Information, "release {Release}: {State} {Reason}")]
    public static partial void Release(this ILogger log, string release, string state, string reason);

    [LoggerMessage(3201, LogLevel.Warning, "release {Release}: {Reason}; trying again")]
    public static partial void FetchFailed(this ILogger log, string release, string reason);

    [LoggerMessage(3202, LogLevel.Warning, "the adopted release {Release} cannot be flown: {Reason}")]
    public static partial void AdoptedUnusable(this ILogger log, string release, string reason);

    [LoggerMessage(3203, LogLevel.Warning, "an offer on the bus is malformed: {Reason}")]
    public static partial void OfferMalformed(this ILogger log, string reason);
}
