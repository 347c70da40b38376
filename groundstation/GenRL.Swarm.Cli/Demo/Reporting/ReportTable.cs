using System.Globalization;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>The table A against C, as rows of text: what, A, C, least squares alone.</summary>
internal static class ReportTable
{
    private const string Nothing = "-";

    /// <summary>The rows.</summary>
    public static IReadOnlyList<string[]> Rows(DemoReport report)
    {
        var (a, c) = (report.Phase("A"), report.Phase("C"));
        return
        [
            .. report.Prediction.Select(Prediction),
            Row("missions succeeded", p => $"{p.Successes} of {p.Missions.Count}"),
            Row("time to goal", p => p.SecondsToGoal is { } s ? $"{s:F2} s" : Nothing),
            Row("collisions", p => Text(p.Collisions)),
            Row("smallest distance", p => p.SmallestDistanceM is { } d ? $"{d:F3} m" : Nothing),
            Row("shield interventions", p => Percent(p.InterventionShare)),
            Row("missed control steps", p => Percent(p.MissedStepShare)),
            Row("plan ticks over 100 ms", p => Percent(p.LateTickShare)),
            Row("plan tick p50 / p99", p => $"{p.TickP50Ms:F1} / {p.TickP99Ms:F1} ms"),
            Row("bytes per intention", p => $"{p.BytesPerIntention:F0}"),
            Row("messages lost", p => Percent(p.LostShare)),
        ];

        string[] Row(string what, Func<PhaseFigures, string> figure) => [what, a is null ? Nothing : figure(a), c is null ? Nothing : figure(c), ""];
    }

    private static string[] Prediction(PredictionRow row) =>
        [$"error {row.Name.Replace('_', ' ')}", Text(row.Old), Text(row.New), row.LeastSquares is { } baseline ? Text(baseline) : Nothing];

    private static string Text(Interval interval) => !double.IsFinite(interval.Ratio) ? Nothing : $"{interval.Ratio:F3} [{interval.Low:F3}, {interval.High:F3}]";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => $"{100 * share:F1} %";
}
