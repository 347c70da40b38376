using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Pictures.Films;
using GenRL.Swarm.Sim.Pictures.Styles;

namespace GenRL.Swarm.Sim.Pictures.Svg;

/// <summary>Draws one frame of a film into an SVG document: from metres, y up, to pixels, y down.</summary>
internal sealed class SvgScene
{
    /// <summary>Frames of the past that trails show.</summary>
    private const int TrailFrames = 400;

    /// <summary>A body is never drawn smaller, pixels: a robot in a hall must be seen.</summary>
    private const double LeastRadius = 2.2;

    private const double LeastLetter = 6.5;
    private const double LargestLetter = 13;

    private readonly StringBuilder _svg;
    private readonly Extent _extent;
    private readonly double _scale;
    private readonly double _left;
    private readonly double _top;
    private readonly double _width;
    private readonly double _height;

    /// <summary>A drawing of <paramref name="extent"/> into a rectangle, centred, as large as it fits.</summary>
    public SvgScene(StringBuilder svg, Extent extent, double left, double top, double width, double height)
    {
        (_svg, _extent) = (svg, extent);
        _scale = Math.Min(width / extent.Width, height / extent.Height);
        (_width, _height) = (_scale * extent.Width, _scale * extent.Height);
        _left = left + (0.5 * (width - _width));
        _top = top + (0.5 * (height - _height));
    }

    /// <summary>Appends the frame: shapes back to front, trails below the first robot. What runs out of the rectangle is cut off.</summary>
    public void Append(Film film, int frame)
    {
        // An inner document cuts off by itself.
        _svg.Append($"<svg x=\"{Text(_left)}\" y=\"{Text(_top)}\" width=\"{Text(_width)}\" height=\"{Text(_height)}\">");
        var shapes = film.Frames[frame].Shapes;
        var first = FirstRobot(shapes);
        for (var i = 0; i < shapes.Length; i++)
        {
            if (i == first)
            {
                AppendTrails(Trail.Of(film, frame, TrailFrames));
            }

            Append(shapes[i]);
        }

        _svg.Append("</svg>");
    }

    /// <summary>Discs before boxes: a box of such a role may be what is fetched, with robots on it.</summary>
    private static int FirstRobot(ImmutableArray<Shape> shapes)
    {
        var kinds = shapes.Select(shape => Trail.IsLeftBy(shape.Role) ? shape.Kind : ShapeKind.Segment).ToList();
        var disc = kinds.IndexOf(ShapeKind.Disc);
        return disc >= 0 ? disc : kinds.IndexOf(ShapeKind.Box);
    }

    private void Append(in Shape shape)
    {
        if (!double.IsFinite(shape.X + shape.Y + shape.A + shape.B))
        {
            return;
        }

        var role = SvgStyles.Class(shape.Role);
        switch (shape.Kind)
        {
            case ShapeKind.Disc:
                AppendDisc(shape, role);
                break;
            case ShapeKind.Box:
                var (width, height) = (_scale * shape.A, _scale * shape.B);
                var round = Math.Min(2d, 0.15 * Math.Min(width, height));
                var turn = shape.Rotation == 0d ? "" : $" transform=\"rotate({Text(-shape.Rotation * 180d / Math.PI)} {X(shape.X)} {Y(shape.Y)})\"";
                _svg.Append($"<rect class=\"{role}\" x=\"{Text(Left(shape.X) - (0.5 * width))}\" y=\"{Text(Top(shape.Y) - (0.5 * height))}\" width=\"{Text(width)}\" height=\"{Text(height)}\" rx=\"{Text(round)}\"{turn}/>");
                AppendLabel(shape, 0.5 * Math.Min(width, height), 0.5 * width);
                break;
            default:
                _svg.Append($"<line class=\"{role}\" x1=\"{X(shape.X)}\" y1=\"{Y(shape.Y)}\" x2=\"{X(shape.A)}\" y2=\"{Y(shape.B)}\"/>");
                break;
        }
    }

    private void AppendDisc(in Shape shape, string role)
    {
        var radius = Math.Max(_scale * shape.A, LeastRadius);
        _svg.Append($"<circle class=\"{role}\" cx=\"{X(shape.X)}\" cy=\"{Y(shape.Y)}\" r=\"{Text(radius)}\"/>");
        if (double.IsFinite(shape.Rotation))
        {
            var (sine, cosine) = Math.SinCos(shape.Rotation);
            // With a label in the middle, the mark keeps to the rim.
            var from = shape.Label.Length > 0 ? 0.62 * radius : 0.15 * radius;
            _svg.Append($"<line class=\"head\" x1=\"{Text(Left(shape.X) + (from * cosine))}\" y1=\"{Text(Top(shape.Y) - (from * sine))}\" x2=\"{Text(Left(shape.X) + (0.92 * radius * cosine))}\" y2=\"{Text(Top(shape.Y) - (0.92 * radius * sine))}\"/>");
        }

        AppendLabel(shape, radius, radius);
    }

    private void AppendLabel(in Shape shape, double halfHeight, double halfWidth)
    {
        // A capital is about 0.6 of its size wide.
        var letter = Math.Min(Math.Min(1.25 * halfHeight, LargestLetter), 1.9 * halfWidth / (0.6 * Math.Max(1, shape.Label.Length)));
        if (shape.Label.Length == 0 || letter < LeastLetter)
        {
            return;
        }

        var kind = RoleStyle.Of(shape.Role).Manner is Manner.Solid or Manner.Body ? "on" : "at";
        _svg.Append($"<text class=\"{kind}\" x=\"{X(shape.X)}\" y=\"{Y(shape.Y)}\" font-size=\"{Text(letter)}\">{WebUtility.HtmlEncode(shape.Label)}</text>");
    }

    private void AppendTrails(IReadOnlyList<Trail> trails)
    {
        foreach (var trail in trails)
        {
            _svg.Append($"<polyline class=\"trail {SvgStyles.Class(trail.Role)}\" points=\"");
            foreach (var (x, y) in trail.Points.Where(point => double.IsFinite(point.X + point.Y)))
            {
                _svg.Append($"{X(x)},{Y(y)} ");
            }

            _svg.Append("\"/>");
        }
    }

    private double Left(double x) => _scale * (x - _extent.Left);

    private double Top(double y) => _scale * (_extent.Top - y);

    private string X(double x) => Text(Left(x));

    private string Y(double y) => Text(Top(y));

    private static string Text(double pixels) => pixels.ToString("0.##", CultureInfo.InvariantCulture);
}
