namespace GenRL.Swarm.Cli.Demo.Flying;

/// <summary>Waits for what another process brings about.</summary>
internal static class Until
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks again and again until it is so.</summary>
    /// <exception cref="DemoException">It was not so in time; the message names <paramref name="what"/>.</exception>
    public static async Task TrueAsync(string what, TimeSpan patience, Func<CancellationToken, Task<bool>> isTrue, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!await isTrue(cancellationToken))
        {
            if (watch.Elapsed > patience)
            {
                throw new DemoException($"{what}: not within {patience.TotalSeconds:0} s");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>The same for what is known at once.</summary>
    public static Task TrueAsync(string what, TimeSpan patience, Func<bool> isTrue, CancellationToken cancellationToken) =>
        TrueAsync(what, patience, _ => Task.FromResult(isTrue()), cancellationToken);
}
