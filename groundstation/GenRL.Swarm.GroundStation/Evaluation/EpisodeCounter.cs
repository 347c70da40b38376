namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>Counts episodes flown on several threads and tells how many of all that is.</summary>
internal sealed class EpisodeCounter(IProgress<double> progress, int total)
{
    private int _flown;

    /// <summary>One more.</summary>
    public void Flown() => progress.Report((double)Interlocked.Increment(ref _flown) / total);
}
