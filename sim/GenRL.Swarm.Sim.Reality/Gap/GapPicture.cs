using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using GenRL.Swarm.Sim.Reality.Pictures;

namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>Draws a gap: error against time ahead, G_k with its intervals, and the path with what was foretold of it.</summary>
public static class GapPicture
{
    private const int Width = 1180;
    private const int Height = 450;
    private const double Gate = 0.3;
    private const string Simulator = "#c2410c";
    private const string Constant = "#64748b";
    private const string Log = "#1d4ed8";

    /// <summary>The picture as an SVG document.</summary>
    /// <param name="report">What to draw.</param>
    /// <param name="title">What it is of: log and floor.</param>
    public static string Svg(GapReport report, string title)
    {
        ArgumentNullException.ThrowIfNull(report);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"24\" y=\"30\" font-size=\"18\" fill=\"#111\">{WebUtility.HtmlEncode(title)}</text>\n");
        Legend(svg, [("log", Log), ("simulator", Simulator), ("constant velocity", Constant), ($"{report.Windows} windows of 2 s", "#333")]);
        Errors(svg, report);
        Ratios(svg, report);
        Paths(svg, report);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The picture and the table as an HTML page that needs nothing else.</summary>
    public static string Html(GapReport report, string title)
    {
        var name = WebUtility.HtmlEncode(title);
        var table = WebUtility.HtmlEncode(GapTable.Text(report));
        return $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{name}</title></head>\n<body>\n{Svg(report, title)}<pre>\n{table}</pre>\n</body></html>\n";
    }

    private static void Legend(StringBuilder svg, (string Words, string Colour)[] entries)
    {
        var left = 640;
        foreach (var (words, colour) in entries)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left}\" y=\"30\" font-size=\"14\" fill=\"{colour}\">{words}</text>\n");
            left += 30 + (8 * words.Length);
        }
    }

    private static void Errors(StringBuilder svg, GapReport report)
    {
        var curve = report.Curve;
        var top = 1.1 * curve.Max(row => Math.Max(row.Simulated, row.Constant));
        var panel = new SvgPanel(svg, new PanelFrame(80, 80, 280, 300), new Extent("seconds ahead", 0, 2), new Extent("position error, m (RMS)", 0, top), "Error");
        panel.Curve(curve.Select(row => (row.Ticks / 10d, row.Constant)), Constant, 2.5);
        panel.Curve(curve.Select(row => (row.Ticks / 10d, row.Simulated)), Simulator, 2.5);
    }

    private static void Ratios(StringBuilder svg, GapReport report)
    {
        var top = 1.15 * Math.Max(Gate, report.Rows.Max(row => Math.Max(row.Ratio, row.Interval?.High ?? 0)));
        var panel = new SvgPanel(svg, new PanelFrame(460, 80, 230, 300), new Extent("k, ticks of 0.1 s", 0, 27), new Extent("G", 0, top), "Gap: simulator over constant velocity");
        panel.Curve([(0, Gate), (27, Gate)], "#16a34a", 1.5);
        panel.Note(27, Gate - (top * 0.03), -4, "gate for k = 10", "#16a34a");
        foreach (var row in report.Rows)
        {
            panel.Whisker(row.Ticks, row.Ratio, row.Interval?.Low ?? row.Ratio, row.Interval?.High ?? row.Ratio, Simulator);
            panel.Note(row.Ticks, row.Ratio, 9, row.Ratio.ToString("F3", CultureInfo.InvariantCulture), Simulator);
        }
    }

    private static void Paths(StringBuilder svg, GapReport report)
    {
        Vector2[] places = [.. report.Traces.SelectMany(trace => trace.Logged.Concat(trace.Simulated))];
        if (places.Length == 0)
        {
            return;
        }

        var (low, high) = places.Aggregate((places[0], places[0]), (box, place) => (Vector2.Min(box.Item1, place), Vector2.Max(box.Item2, place)));
        var middle = (low + high) / 2;
        var half = Math.Max(0.1, 0.55 * Math.Max(high.X - low.X, high.Y - low.Y));
        var panel = new SvgPanel(
            svg, new PanelFrame(800, 80, 300, 300), new Extent("x, m", middle.X - half, middle.X + half), new Extent("y, m", middle.Y - half, middle.Y + half),
            $"The first {2 * report.Traces.Count} s: log, and 2 s foretold at a time");
        foreach (var trace in report.Traces)
        {
            panel.Curve(trace.Logged.Select(place => ((double)place.X, (double)place.Y)), Log, 2.5);
        }

        foreach (var trace in report.Traces)
        {
            panel.Curve(trace.Simulated.Select(place => ((double)place.X, (double)place.Y)), Simulator, 1.5);
            panel.Dot(trace.Simulated[0].X, trace.Simulated[0].Y, Log);
        }
    }
}
