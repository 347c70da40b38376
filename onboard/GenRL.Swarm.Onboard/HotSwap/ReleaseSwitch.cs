using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Health;

namespace GenRL.Swarm.Onboard.HotSwap;

/// <summary>
/// Swaps releases between two ticks and keeps the one before loaded, to go back to when a health bound is broken. Releases are offered from any
/// thread; all else happens on the control thread. Allocates only when something changes.
/// </summary>
/// <param name="agent">The agent that flies.</param>
/// <param name="health">Watches it.</param>
public sealed class ReleaseSwitch(SwarmAgent agent, HealthMonitor health)
{
    private Offer? _offer;
    private ModelBundle? _trusted;
    private HealthVerdict _verdict;

    /// <summary>Plan ticks on the present release since it flies.</summary>
    public long TicksOnRelease { get; private set; }

    /// <summary>Any thread: asks for <paramref name="next"/> to be flown from <paramref name="notBefore"/> on.</summary>
    /// <returns>An earlier offer that this one replaces, to be disposed by the caller; or null.</returns>
    public ModelBundle? Propose(ModelBundle next, Stamp notBefore)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Interlocked.Exchange(ref _offer, new Offer(next, notBefore))?.Bundle;
    }

    /// <summary>Control thread, before a tick: what is due happens. Null when nothing is.</summary>
    public ReleaseChange? BetweenTicks(Stamp now)
    {
        var verdict = _verdict;
        _verdict = HealthVerdict.None;
        return verdict switch
        {
            HealthVerdict.RollBack => RollBack(),
            HealthVerdict.Keep => Keep(),
            _ => Volatile.Read(ref _offer) is { } offer && offer.NotBefore <= now ? Adopt(offer) : null,
        };
    }

    /// <summary>Control thread, after a tick: how it went.</summary>
    public void Observe(in HealthSample sample)
    {
        TicksOnRelease++;
        _verdict = health.Add(sample);
    }

    private ReleaseChange? Adopt(Offer offer)
    {
        // The offer may have been replaced by another just now: then that one is looked at before the next tick.
        if (Interlocked.CompareExchange(ref _offer, null, offer) != offer)
        {
            return null;
        }

        var current = agent.Bundle;
        var next = offer.Bundle;
        try
        {
            agent.Swap(next);
        }
        catch (ArgumentException error)
        {
            return new ReleaseChange(ReleaseChangeKind.Refused, next.Id, current.Id, error.Message, next);
        }

        // On trial the present release is not the one to go back to.
        var retired = health.OnTrial ? current : _trusted;
        _trusted = health.OnTrial ? _trusted : current;
        health.BeginTrial();
        TicksOnRelease = 0;
        return new ReleaseChange(ReleaseChangeKind.Adopted, next.Id, next.Id, "", retired);
    }

    private ReleaseChange RollBack()
    {
        var bad = agent.Bundle;
        var trusted = _trusted!;
        agent.Swap(trusted);
        _trusted = null;
        var reason = health.Breach.ToString();
        health.EndTrial();
        TicksOnRelease = 0;
        return new ReleaseChange(ReleaseChangeKind.RolledBack, bad.Id, trusted.Id, reason, bad);
    }

    private ReleaseChange Keep() => new(ReleaseChangeKind.Kept, agent.Bundle.Id, agent.Bundle.Id, "", null);

    private sealed record Offer(ModelBundle Bundle, Stamp NotBefore);
}
