namespace GenRL.Swarm.Learning.Policies.Stages;

/// <summary>Reports one stage: every 25th step and the last, with a running mean of the loss.</summary>
internal sealed class StageReporter(string stage, int of, IProgress<StageProgress>? progress, TimeProvider clock)
{
    private const int Every = 25;
    private const double Memory = 0.98;

    private readonly long _start = clock.GetTimestamp();

    /// <summary>Running mean of the loss: each step weighs 2 %; not a number before the first.</summary>
    public double Loss { get; private set; } = double.NaN;

    /// <summary>Step <paramref name="step"/>, counted from 1, is done.</summary>
    public void Done(int step, double loss = double.NaN)
    {
        Loss = double.IsNaN(Loss) ? loss : (Memory * Loss) + ((1 - Memory) * loss);
        if (step % Every == 0 || step == of)
        {
            progress?.Report(new StageProgress(stage, step, of, Loss, clock.GetElapsedTime(_start).TotalSeconds));
        }
    }
}
