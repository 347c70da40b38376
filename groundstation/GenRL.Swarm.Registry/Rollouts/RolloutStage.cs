namespace GenRL.Swarm.Registry.Rollouts;

/// <summary>How far a rollout is: canary -> fleet -> completed; stopped from any of them.</summary>
public enum RolloutStage
{
    /// <summary>One robot flies the release; the others keep theirs.</summary>
    Canary,

    /// <summary>All robots are offered the release.</summary>
    Fleet,

    /// <summary>All robots fly it well.</summary>
    Completed,

    /// <summary>A robot refused it, rolled it back, or was not heard of in time.</summary>
    Stopped,
}
