namespace GenRL.Swarm.Cli.Demo;

/// <summary>What stands on the command line of <c>swarm demo</c>.</summary>
internal sealed record DemoOptions
{
    /// <summary>Number of robots.</summary>
    /// <value>2 to 16; default 4.</value>
    public int Robots { get; init; } = 4;

    /// <summary>Goals, noise and every random stream follow from it.</summary>
    public ulong Seed { get; init; } = 7;

    /// <summary>Whether to write plain lines instead of drawing.</summary>
    public bool Headless { get; init; }

    /// <summary>Whether to repeat what the processes say.</summary>
    public bool Verbose { get; init; }

    /// <summary>Where to write all figures; null for nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>The pre-trained model: a folder that holds <c>bundle/</c> and <c>learning/</c>.</summary>
    public required string Pretrained { get; init; }

    /// <summary>Missions in phase A, and again in phase C.</summary>
    public int Missions { get; init; } = 8;

    /// <summary>Length of a mission, seconds.</summary>
    public double MissionSeconds { get; init; } = 7.5;
}
