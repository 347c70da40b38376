namespace GenRL.Swarm.Sim.Engine.Environments;

/// <summary>How a step left an episode.</summary>
public enum EpisodeEnd : byte
{
    /// <summary>It goes on.</summary>
    None = 0,

    /// <summary>The task is over, by success or by failure: nothing follows.</summary>
    Terminated = 1,

    /// <summary>Time ran out: a value function should look beyond.</summary>
    Truncated = 2,
}
