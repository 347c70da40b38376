using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Stages;

/// <summary>The loop that every training stage shares.</summary>
internal static class Descent
{
    /// <summary>Follows the gradient of <paramref name="loss"/>, which draws its own batch, along <paramref name="schedule"/>.</summary>
    /// <returns>The running mean of the loss at the end.</returns>
    public static double Run(
        IEnumerable<Parameter> parameters, TrainingSchedule schedule, Func<Tensor> loss, StageReporter report, CancellationToken cancel)
    {
        using var optimizer = optim.AdamW(parameters, lr: schedule.LearningRate, weight_decay: TrainingSchedule.WeightDecay);
        for (var step = 0; step < schedule.Steps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = schedule.At(step);
            }

            using var scope = NewDisposeScope();
            var value = loss();
            optimizer.zero_grad();
            value.backward();
            optimizer.step();
            report.Done(step + 1, value.item<float>());
        }

        return report.Loss;
    }
}
