using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Networks;
using GenRL.Swarm.Learning.Policies.Stages;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies;

/// <summary>
/// Trains encoder and teacher by conditional flow matching (Lipman et al., arXiv 2210.02747): at x = (1 - t) noise + t plan the field
/// shall be plan - noise, with t uniform in [0, 1]. Neighbours are hidden at random, so that none is indispensable.
/// </summary>
internal static class FlowMatching
{
    /// <summary>Probability that a neighbour is hidden from a training sample.</summary>
    private const double NeighbourDropOut = 0.1;

    /// <summary>Trains in place.</summary>
    /// <returns>The running mean of the loss at the end.</returns>
    public static double Train(
        PolicyNetworks networks, IReadOnlyList<PolicySamples> samples, TrainingSchedule schedule, StageReporter report,
        CancellationToken cancel)
    {
        using var tensors = new TrainingTensors(samples);
        return Descent.Run(networks.TeacherParameters(), schedule, Loss, report, cancel);

        Tensor Loss()
        {
            var (context, plan) = tensors.Draw(networks.Encoder, schedule.Batch, NeighbourDropOut);
            var noise = randn_like(plan);
            var time = rand(schedule.Batch, 1);
            var velocity = networks.Teacher.forward(noise + (time * (plan - noise)), time, context);
            return nn.functional.mse_loss(velocity, plan - noise);
        }
    }
}
