using System.ComponentModel.DataAnnotations;

namespace GenRL.Swarm.Registry.Rollouts;

/// <summary>What a robot must show before a rollout goes on.</summary>
public sealed class RolloutOptions
{
    /// <summary>How long a robot must have flown the release.</summary>
    /// <value>Default 3 s.</value>
    public TimeSpan Hold { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Plan ticks that it must have flown with the release within its health bounds.</summary>
    /// <value>Ticks, default 30: 3 s at 10 Hz.</value>
    [Range(1, 1_000_000)]
    public long GoodTicks { get; init; } = 30;

    /// <summary>How long a robot may take from the offer to being healthy; after that it counts as failed.</summary>
    /// <value>Default 60 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}
