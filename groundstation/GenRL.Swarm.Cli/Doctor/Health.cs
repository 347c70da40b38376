namespace GenRL.Swarm.Cli.Doctor;

/// <summary>How a checked thing stands.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>The demo runs, something is not as good as it could be.</summary>
    Doubtful,

    /// <summary>Something will not work.</summary>
    Failed,
}
