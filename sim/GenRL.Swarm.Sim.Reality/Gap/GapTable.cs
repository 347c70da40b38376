using System.Globalization;
using System.Text;

namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>A gap as a table of text.</summary>
public static class GapTable
{
    /// <summary>The rows of <paramref name="report"/>, a line each, under a head.</summary>
    public static string Text(GapReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder("ticks  seconds  simulator_m  constant_velocity_m      G  95 %\n");
        foreach (var row in report.Rows)
        {
            var interval = row.Interval is { } range ? $"{range.Low:F3} to {range.High:F3}" : "log too short";
            text.Append(CultureInfo.InvariantCulture, $"{row.Ticks,5}  {row.Ticks / 10d,7:F1}  {row.Simulated,11:F4}  {row.Constant,19:F4}  {row.Ratio,5:F3}  {interval}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{report.Windows} windows of 2 s\n").ToString();
    }

    /// <summary>Missions of the log beside those of the simulator, and the difference.</summary>
    /// <param name="logged">The log's.</param>
    /// <param name="simulated">The simulator's; null when they were not flown.</param>
    public static string Text(MissionSummary logged, MissionSummary? simulated)
    {
        ArgumentNullException.ThrowIfNull(logged);
        var text = new StringBuilder("                        log  simulator  difference\n");
        Line("success", logged.Success, simulated?.Success);
        Line("path_over_straight", logged.PathRatio, simulated?.PathRatio);
        Line("intervention_rate", logged.InterventionRate, simulated?.InterventionRate);
        return text.Append(CultureInfo.InvariantCulture, $"{logged.Missions} missions in the log, {simulated?.Missions ?? 0} in the simulator\n").ToString();

        void Line(string name, double? log, double? sim) =>
            text.Append(CultureInfo.InvariantCulture, $"{name,-19}{Number(log),8}  {Number(sim),9}  {Number(sim - log),10}\n");
    }

    private static string Number(double? value) => value is { } number ? number.ToString("F3", CultureInfo.InvariantCulture) : "-";
}
