using Polly;
using Polly.Retry;

namespace GenRL.Swarm.Onboard.Process.Station;

/// <summary>How the robot tries again what the network or the station's absence made fail: for ever, ever more slowly, never in step with others.</summary>
internal static class Retries
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Makes the pipeline.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="report">Takes the reason of each failure.</param>
    /// <param name="first">The first delay; null for half a second.</param>
    public static ResiliencePipeline Make(TimeProvider time, Action<Exception> report, TimeSpan? first = null) =>
        new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = first ?? First,
                MaxDelay = Longest,
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsTransient),
                OnRetry = retry =>
                {
                    report(retry.Outcome.Exception!);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    /// <summary>Whether another attempt may succeed. A time-out of the client's own is told as a cancellation with that cause.</summary>
    private static bool IsTransient(Exception error) =>
        error is HttpRequestException or IOException || error is TaskCanceledException { InnerException: TimeoutException };
}
