using GenRL.Swarm.Learning.WorldModels;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Evaluation;

/// <summary>Scores predictors on windows cut from held-out tracks: the same windows for each, so that differences are paired.</summary>
public static class PredictionScoring
{
    private const int Batch = 256;

    /// <summary>The errors of <paramref name="predictor"/> on <paramref name="count"/> windows spread evenly over <paramref name="windows"/>.</summary>
    public static PredictionErrors Score(Predictor predictor, TrackWindows windows, int count)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(windows);
        count = Math.Min(count, windows.Count);
        var ego = PredictionErrors.Horizons.Select(_ => new double[count]).ToList();
        var neighbours = PredictionErrors.Horizons.Select(_ => new double[count]).ToList();
        int[] chosen = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * windows.Count / count))];
        using var still = no_grad();
        for (var done = 0; done < count; done += Batch)
        {
            using var scope = NewDisposeScope();
            var size = Math.Min(Batch, count - done);
            var batch = windows.At(chosen.AsSpan(done, size));
            var path = predictor(batch);
            for (var h = 0; h < PredictionErrors.Horizons.Count; h++)
            {
                var k = PredictionErrors.Horizons[h];
                var truth = TrackWindows.Filtering - 1 + k;
                var egoError = (path[k - 1].Ego - batch.Positions[truth]).square().sum(-1);
                var present = batch.Intentions[0].Present.squeeze(-1);
                var squares = (path[k - 1].Neighbours - batch.NeighbourPositions[truth]).square().sum(-1);
                Copy(egoError, ego[h], done);
                Copy((squares * present).sum(-1) / present.sum(-1), neighbours[h], done);
            }
        }

        return new PredictionErrors(ego, neighbours);
    }

    private static void Copy(Tensor values, double[] to, int at)
    {
        foreach (var value in values.contiguous().data<float>().ToArray())
        {
            to[at++] = value;
        }
    }
}
