namespace GenRL.Swarm.Learning.Policies.Stages;

/// <summary>One stage of gradient descent with AdamW: a linear warm-up, then half a cosine down to zero.</summary>
/// <param name="Steps">Steps.</param>
/// <param name="LearningRate">The largest learning rate.</param>
/// <param name="WarmUp">Steps of warm-up.</param>
/// <param name="Batch">Samples per step.</param>
public sealed record TrainingSchedule(int Steps, double LearningRate, int WarmUp = 100, int Batch = 512)
{
    /// <summary>The same with <paramref name="share"/> of the steps, at least one, and of the warm-up.</summary>
    public TrainingSchedule Shortened(double share) =>
        this with { Steps = Math.Max(1, (int)Math.Round(Steps * share)), WarmUp = (int)Math.Round(WarmUp * share) };

    /// <summary>Weight decay of every stage.</summary>
    internal const double WeightDecay = 1e-4;

    /// <summary>The learning rate at <paramref name="step"/>, counted from 0.</summary>
    internal double At(int step) =>
        LearningRate * Math.Min(1, (step + 1) / (double)Math.Max(WarmUp, 1)) * 0.5 * (1 + Math.Cos(Math.PI * step / Steps));
}
