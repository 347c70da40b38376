using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Learning.Policies.Networks;
using GenRL.Swarm.Learning.Policies.Stages;
using GenRL.Swarm.Models;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies;

/// <summary>
/// Trains the student to reach in one step where the teacher's five Euler steps lead from the same noise (Park et al., Flow Q-learning,
/// arXiv 2502.02538).
/// </summary>
internal static class Distillation
{
    /// <summary>Trains in place; encoder and teacher stay as they are.</summary>
    /// <returns>The running mean of the loss at the end.</returns>
    public static double Train(
        PolicyNetworks networks, IReadOnlyList<PolicySamples> samples, TrainingSchedule schedule, StageReporter report,
        CancellationToken cancel)
    {
        using var tensors = new TrainingTensors(samples);
        return Descent.Run(networks.StudentParameters(), schedule, Loss, report, cancel);

        Tensor Loss()
        {
            var noise = randn(schedule.Batch, NetworkShape.Chunk);
            var (context, plan) = Example(noise);
            return nn.functional.mse_loss(networks.Student(context, noise), plan);
        }

        (Tensor Context, Tensor Plan) Example(Tensor noise)
        {
            using var still = no_grad();
            var context = tensors.Draw(networks.Encoder, schedule.Batch, dropOut: 0).Context;
            return (context, networks.Teacher.Sample(context, noise, NetworkPolicy.TeacherSteps));
        }
    }
}
