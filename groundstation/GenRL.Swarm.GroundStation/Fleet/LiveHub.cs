using Microsoft.AspNetCore.SignalR;

namespace GenRL.Swarm.GroundStation.Fleet;

/// <summary>Where pages connect to see the fleet live. They call nothing; they are sent <c>snapshot</c>.</summary>
public sealed class LiveHub(LiveAudience audience) : Hub
{
    /// <inheritdoc/>
    public override Task OnConnectedAsync()
    {
        audience.Entered();
        return base.OnConnectedAsync();
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        audience.Left();
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>Counts the pages that look: without any, no snapshot is made. Thread-safe.</summary>
public sealed class LiveAudience
{
    private int _count;

    /// <summary>Whether anybody looks.</summary>
    public bool Any => Volatile.Read(ref _count) > 0;

    internal void Entered() => Interlocked.Increment(ref _count);

    internal void Left() => Interlocked.Decrement(ref _count);
}
