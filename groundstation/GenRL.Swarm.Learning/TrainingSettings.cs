using GenRL.Swarm.Learning.Policies;
using GenRL.Swarm.Learning.Policies.Stages;
using GenRL.Swarm.Learning.Tokens;
using GenRL.Swarm.Learning.WorldModels;

namespace GenRL.Swarm.Learning;

/// <summary>How everything a robot carries is learnt from nothing.</summary>
/// <param name="Policy">The policy, and the flights that all learn from.</param>
/// <param name="WorldModel">The world model.</param>
/// <param name="Tokens">The codebook of the intentions.</param>
public sealed record TrainingSettings(PolicyTrainingSettings Policy, WorldModelSettings WorldModel, TrainingSchedule Tokens)
{
    /// <summary>What the shipped release was made with.</summary>
    /// <param name="seed">Everything random follows from it.</param>
    public static TrainingSettings Standard(ulong seed) => new(new PolicyTrainingSettings { Seed = seed }, WorldModelSettings.FromNothing(seed), TokenTraining.Standard);
}
