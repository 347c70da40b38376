using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Imagination;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>
/// How far bundles' predictions of logged ticks were off, as a ratio of squared errors to constant velocity. Every bundle meets the same windows: a
/// second of memory, then a second that is predicted from the commands that were executed in it. Damaged logs count as far as they can be read.
/// </summary>
internal static class HeldOutErrors
{
    /// <summary>Ten minutes of one robot's ticks: more logs make the gate longer and its figures hardly better.</summary>
    private const int MaxWindows = 6000;

    /// <summary>Ticks that a memory rests on before its predictions count, as in training.</summary>
    private const int Filtering = 10;

    /// <summary>The errors of each bundle by name; empty when the logs hold no window.</summary>
    /// <param name="logs">Paths in the order of their arrival: the newest count first.</param>
    /// <param name="bundles">The bundles.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, double>> Of(
        IReadOnlyList<string> logs, IReadOnlyList<ModelBundle> bundles, CancellationToken cancellationToken)
    {
        var sums = bundles.Select(_ => new ErrorSums()).ToList();
        var window = new TickWindow();
        foreach (var path in logs.Reverse().TakeWhile(_ => sums[0].Windows < MaxWindows))
        {
            var shadows = bundles.Select(bundle => new ShadowPredictor(bundle)).ToList();
            using var log = TickLogReader.Open(path);
            window.Clear();
            foreach (var entry in log)
            {
                if (entry.Kind == EntryKind.Tick)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    entry.CopyTo(window.Next());
                    Score(window, shadows, sums);
                }
            }
        }

        return [.. sums.Select(sum => sum.Ratios)];
    }

    private static void Score(TickWindow window, List<ShadowPredictor> shadows, List<ErrorSums> sums)
    {
        if (!window.Full)
        {
            return;
        }

        for (var i = 0; i < shadows.Count; i++)
        {
            shadows[i].Observe(window[0]);
            if (shadows[i].Remembered > Filtering && window.Whole)
            {
                sums[i].Add(window, shadows[i]);
            }
        }
    }
}
