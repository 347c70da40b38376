using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Stages;

namespace GenRL.Swarm.Learning.Policies;

/// <summary>How a policy is learnt from nothing. The defaults are those of the measured prototype.</summary>
public sealed record PolicyTrainingSettings
{
    /// <summary>Everything random follows from it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How experience is flown.</summary>
    public CollectionSettings Collection { get; init; } = new();

    /// <summary>Episodes that the expert flies. Default 384.</summary>
    public int ExpertEpisodes { get; init; } = 384;

    /// <summary>Episodes of each DAgger round. Default 192.</summary>
    public int RoundEpisodes { get; init; } = 192;

    /// <summary>Training of the first clone. Default 2 000 steps.</summary>
    public TrainingSchedule Cloning { get; init; } = new(2000, 2e-3);

    /// <summary>Training after each DAgger round. Default two rounds, 1 500 and 2 500 steps.</summary>
    public IReadOnlyList<TrainingSchedule> Rounds { get; init; } = [new(1500, 1.5e-3), new(2500, 1.5e-3)];

    /// <summary>Training of the student. Default 1 500 steps.</summary>
    public TrainingSchedule Distil { get; init; } = new(1500, 2e-3, WarmUp: 0);
}
