using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Onboard.HotSwap;
using GenRL.Swarm.Onboard.Process.Station;

namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>
/// Takes releases from the offer to the switch:
/// <code>
/// offer -> fetch -> verify -> load, check, warm up -> propose to the switch
/// </code>
/// beside the control thread. Every failure ends in a report with one reason, and the robot flies on as before.
/// </summary>
internal sealed class ReleaseDesk(
    OfferInbox offers, ReleaseFetcher fetcher, ReleaseLoader loader, ReleaseSwitch releases, ReleaseReports reports, TimeProvider time)
{
    /// <summary>The first delay before a failed fetch is tried again.</summary>
    internal TimeSpan? FirstDelay { get; init; }

    /// <summary>Works on offers until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var offer = await offers.NextAsync(stop);
            try
            {
                await WorkAsync(offer, stop);
            }
            catch (ReleaseRefusedException refusal)
            {
                reports.Refused(new ReleaseId(offer.Release), refusal.Message);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // Superseded: on to the next offer.
            }
        }
    }

    /// <summary>Works on one offer until it is done or another one comes.</summary>
    private async Task WorkAsync(ReleaseOffer offer, CancellationToken stop)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var work = TakeAsync(offer, given.Token);
        await Task.WhenAny(work, offers.AnotherAsync(given.Token));
        await given.CancelAsync();
        await work;
    }

    private async Task TakeAsync(ReleaseOffer offer, CancellationToken cancellationToken)
    {
        var release = new ReleaseId(offer.Release);
        if (reports.Repeat(release))
        {
            return;
        }

        reports.Downloading(release);
        var retries = Retries.Make(time, error => reports.Trouble(release, error.Message), FirstDelay);
        var folder = await retries.ExecuteAsync(async token => await fetcher.FetchAsync(offer, token), cancellationToken);
        var bundle = await Task.Run(() => loader.Load(folder, release), cancellationToken);
        releases.Propose(bundle, new Stamp(offer.NotBeforeNanoseconds))?.Dispose();
    }
}
