using GenRL.Swarm.Agent;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Networks;
using GenRL.Swarm.Learning.Policies.Stages;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>
/// Tunes a policy to relabelled logs: encoder and teacher first, then the student after them. One thread, a pure function of its inputs
/// and the seed.
/// </summary>
public sealed class PolicyAdaptation(AdaptationSettings settings, TimeProvider clock, IProgress<StageProgress>? progress)
{
    /// <summary>Tunes in place.</summary>
    /// <param name="networks">The policy to start from.</param>
    /// <param name="samples">What to learn.</param>
    /// <param name="seed">Everything random follows from it.</param>
    /// <param name="cancel">Stops it; the networks are then half way.</param>
    public void Run(PolicyNetworks networks, PolicySamples samples, ulong seed, CancellationToken cancel)
    {
        set_num_threads(1);
        manual_seed((long)(new RandomStream(seed, -1, LearningStreams.Adaptation).NextUInt64() >> 1));
        FlowMatching.Train(networks, [samples], settings.Flow, Reporter("adapt-flow", settings.Flow), cancel);
        Distillation.Train(networks, [samples], settings.Student, Reporter("adapt-student", settings.Student), cancel);
    }

    private StageReporter Reporter(string stage, TrainingSchedule schedule) => new(stage, schedule.Steps, progress, clock);
}
