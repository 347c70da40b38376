using System.Text.Json.Nodes;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>Everything that the demo found out.</summary>
internal sealed record DemoReport
{
    /// <summary>The run's seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of robots.</summary>
    public required int Robots { get; init; }

    /// <summary>What ran.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>The phases flown.</summary>
    public required IReadOnlyList<PhaseFigures> Phases { get; init; }

    /// <summary>The release that flew in A.</summary>
    public required string OldRelease { get; init; }

    /// <summary>The release that was learned; null when there is none.</summary>
    public string? NewRelease { get; init; }

    /// <summary>Why nothing was learned; null when something was.</summary>
    public string? LearningFailure { get; init; }

    /// <summary>The gate's verdict.</summary>
    public GateReport? Gate { get; init; }

    /// <summary>The rollout.</summary>
    public Rollout? Rollout { get; init; }

    /// <summary>The release that each robot flew at the end, by number.</summary>
    public required IReadOnlyDictionary<int, string> Flying { get; init; }

    /// <summary>Prediction on the held-out logs.</summary>
    public IReadOnlyList<PredictionRow> Prediction { get; init; } = [];

    /// <summary>What the learning process reports of the candidate, as it wrote it.</summary>
    public JsonNode? Candidate { get; init; }

    /// <summary>How long each part took.</summary>
    public IReadOnlyList<PhaseDuration> Durations { get; init; } = [];

    /// <summary>The run's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What speaks against saying that the loop closed; empty when it did.</summary>
    public IReadOnlyList<string> Unmet { get; init; } = [];

    /// <summary>The phase of that name, when it was flown.</summary>
    public PhaseFigures? Phase(string name) => Phases.FirstOrDefault(p => p.Phase == name);
}
