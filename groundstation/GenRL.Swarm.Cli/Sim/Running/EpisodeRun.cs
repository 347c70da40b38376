using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Cli.Sim.Running;

/// <summary>Steps an environment for a number of steps or seconds, and gathers its episodes.</summary>
/// <param name="rollout">What is stepped.</param>
/// <param name="steps">Steps of each world; ends earlier where the time is up.</param>
/// <param name="seconds">Seconds by the clock.</param>
/// <param name="time">The clock.</param>
internal sealed class EpisodeRun(Rollout rollout, long steps, double seconds, TimeProvider time)
{
    private readonly Sample _returns = new();
    private readonly Sample _lengths = new();
    private double _elapsed;
    private long _done;

    /// <summary>Steps taken so far.</summary>
    public long Steps => _done;

    /// <summary>Seconds taken so far.</summary>
    public double Seconds => _elapsed;

    /// <summary>Returns of the episodes that ended.</summary>
    public RunReport.Figure Return => new(_returns.Mean, _returns.HalfWidth);

    /// <summary>Lengths of the episodes that ended, steps.</summary>
    public RunReport.Figure Length => new(_lengths.Mean, _lengths.HalfWidth);

    /// <summary>How many ended.</summary>
    public long Episodes => _returns.Count;

    /// <summary>Runs to the end.</summary>
    public void Run(ProgressLine progress, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        while (_done < steps && _elapsed < seconds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rollout.Step();
            Count();
            _done++;
            _elapsed = time.GetElapsedTime(began).TotalSeconds;
            if (progress.IsDue)
            {
                progress.Show(steps < long.MaxValue
                    ? $"run: {_done} of {steps} steps, {Episodes} episodes"
                    : $"run: {_elapsed:0} of {seconds:0} s, {_done} steps, {Episodes} episodes");
            }
        }

        progress.Clear();
    }

    private void Count()
    {
        var ends = rollout.Ends;
        for (var world = 0; world < ends.Length; world++)
        {
            if (ends[world] != EpisodeEnd.None)
            {
                var statistics = rollout.Environment.Statistics(world);
                _returns.Add(statistics.Return);
                _lengths.Add(statistics.Length);
            }
        }
    }
}
