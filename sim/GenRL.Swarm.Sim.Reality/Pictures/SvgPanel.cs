using System.Globalization;
using System.Text;

namespace GenRL.Swarm.Sim.Reality.Pictures;

/// <summary>A panel of a drawing: a frame with axes, and marks in the units of its data. Writes SVG into a text that the panels share.</summary>
internal sealed class SvgPanel
{
    private const string Ink = "#333";
    private const string Grid = "#e3e3e3";

    private readonly StringBuilder _svg;
    private readonly PanelFrame _frame;
    private readonly Extent _x;
    private readonly Extent _y;

    /// <summary>Draws frame, title and grid.</summary>
    public SvgPanel(StringBuilder svg, PanelFrame frame, Extent x, Extent y, string title)
    {
        (_svg, _frame, _x, _y) = (svg, frame, x, y);
        Text(frame.Left, frame.Top - 12, title, "start", 15, "#111");
        foreach (var tick in x.Ticks())
        {
            Line(X(tick), frame.Top, X(tick), frame.Top + frame.Height, Grid, 1);
            Text(X(tick), frame.Top + frame.Height + 18, Label(tick), "middle", 12, Ink);
        }

        foreach (var tick in y.Ticks())
        {
            Line(frame.Left, Y(tick), frame.Left + frame.Width, Y(tick), Grid, 1);
            Text(frame.Left - 8, Y(tick) + 4, Label(tick), "end", 12, Ink);
        }

        Text(frame.Left + (frame.Width / 2), frame.Top + frame.Height + 38, x.Name, "middle", 13, Ink);
        var (left, middle) = (frame.Left - 48, frame.Top + (frame.Height / 2));
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left:F1}\" y=\"{middle:F1}\" transform=\"rotate(-90 {left:F1} {middle:F1})\" text-anchor=\"middle\" font-size=\"13\" fill=\"{Ink}\">{y.Name}</text>\n");
    }

    /// <summary>A line through points in data units.</summary>
    public void Curve(IEnumerable<(double X, double Y)> points, string colour, double width)
    {
        var places = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):F1},{Y(point.Y):F1}")));
        _svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{places}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"/>\n");
    }

    /// <summary>A point with an interval, in data units.</summary>
    public void Whisker(double x, double y, double low, double high, string colour)
    {
        Line(X(x), Y(low), X(x), Y(high), colour, 2);
        Line(X(x) - 7, Y(low), X(x) + 7, Y(low), colour, 2);
        Line(X(x) - 7, Y(high), X(x) + 7, Y(high), colour, 2);
        Dot(x, y, colour);
    }

    /// <summary>A dot, in data units.</summary>
    public void Dot(double x, double y, string colour) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(x):F1}\" cy=\"{Y(y):F1}\" r=\"4\" fill=\"{colour}\"/>\n");

    /// <summary>Words at a place in data units, moved by <paramref name="right"/> pixels.</summary>
    public void Note(double x, double y, double right, string words, string colour) => Text(X(x) + right, Y(y) + 4, words, right < 0 ? "end" : "start", 13, colour);

    private static string Label(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private double X(double value) => _frame.Left + ((value - _x.Low) / (_x.High - _x.Low) * _frame.Width);

    private double Y(double value) => _frame.Top + _frame.Height - ((value - _y.Low) / (_y.High - _y.Low) * _frame.Height);

    private void Line(double x1, double y1, double x2, double y2, string colour, double width) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:F1}\" y1=\"{y1:F1}\" x2=\"{x2:F1}\" y2=\"{y2:F1}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>\n");

    private void Text(double x, double y, string words, string anchor, int size, string colour) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" font-size=\"{size}\" fill=\"{colour}\">{words}</text>\n");
}
