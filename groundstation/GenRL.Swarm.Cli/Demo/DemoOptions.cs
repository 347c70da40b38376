using GenRL.Swarm.Registry.Gate;

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

    /// <summary>Below this folder the run makes its own.</summary>
    public string Runs { get; init; } = "runs";

    /// <summary>Missions in phase A, and again in phase C.</summary>
    public int Missions { get; init; } = 8;

    /// <summary>Length of a mission, seconds.</summary>
    public double MissionSeconds { get; init; } = 7.5;

    /// <summary>Length of a tick log, seconds: short, so that a phase's logs are at the station soon after it.</summary>
    /// <value>Default 5.</value>
    public int LogSeconds { get; init; } = 5;

    /// <summary>Share of the training that adaptation was measured with.</summary>
    /// <value>Above 0, at most 1; default 1.</value>
    public double Effort { get; init; } = 1;

    /// <summary>Episodes of the gate where the fleet flies, all of which it asks for.</summary>
    /// <value>Default 200.</value>
    public int GateEpisodes { get; init; } = GateRule.MinEpisodes;
}
