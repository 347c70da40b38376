using Microsoft.AspNetCore.SignalR;

namespace GenRL.Swarm.GroundStation.Fleet;

/// <summary>Sends a snapshot to every page, 5 times a second.</summary>
public sealed class LivePublisher(FleetSnapshots snapshots, IHubContext<LiveHub> hub, LiveAudience audience) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (audience.Any)
            {
                await hub.Clients.All.SendAsync("snapshot", snapshots.Take(), stoppingToken);
            }
        }
    }
}
