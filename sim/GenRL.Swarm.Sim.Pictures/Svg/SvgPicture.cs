using System.Globalization;
using System.Net;
using System.Text;
using GenRL.Swarm.Sim.Pictures.Films;
using GenRL.Swarm.Sim.Pictures.Styles;

namespace GenRL.Swarm.Sim.Pictures.Svg;

/// <summary>One frame of a film as an SVG document of its own: title, picture with trails, legend; light or dark as the viewer prefers.</summary>
public static class SvgPicture
{
    private const int Width = 760;
    private const int Side = 20;
    private const int Header = 46;
    private const int Footer = 38;
    private const double TallestPicture = 760;
    private const double LegendStep = 24;
    private const double LetterWidth = 6.6;

    /// <summary>The document.</summary>
    /// <param name="film">At least one frame; all share one scale.</param>
    /// <param name="frame">Number of the frame.</param>
    /// <param name="title">What is seen.</param>
    public static string Of(Film film, int frame, string title)
    {
        ArgumentNullException.ThrowIfNull(film);
        var (extent, shown) = (film.Extent, film.Frames[frame]);
        var inner = Width - (2d * Side);
        var tall = Math.Clamp(inner * extent.Height / extent.Width, 80d, TallestPicture);
        var height = Header + tall + Footer;
        var svg = new StringBuilder();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Text(height)}\" viewBox=\"0 0 {Width} {Text(height)}\" role=\"img\">");
        svg.Append($"<title>{WebUtility.HtmlEncode(title)}</title>{SvgStyles.Element()}<rect class=\"bg\" width=\"100%\" height=\"100%\"/>");
        svg.Append($"<text x=\"{Side}\" y=\"29\" font-size=\"16\" font-weight=\"600\">{WebUtility.HtmlEncode(title)}</text>");
        svg.Append($"<text class=\"soft\" x=\"{Width - Side}\" y=\"29\" font-size=\"12\" text-anchor=\"end\">episode {shown.Episode}, step {shown.Step}, return {Text(shown.Return)}</text>");
        new SvgScene(svg, extent, Side, Header, inner, tall).Append(film, frame);
        AppendLegend(svg, film, Header + tall + (0.6 * Footer));
        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendLegend(StringBuilder svg, Film film, double y)
    {
        var x = (double)Side;
        foreach (var style in film.Roles.Select(RoleStyle.Of))
        {
            svg.Append($"<circle class=\"{SvgStyles.Class(style.Role)}\" cx=\"{Text(x + 5)}\" cy=\"{Text(y - 4)}\" r=\"5\"/>");
            svg.Append($"<text class=\"soft\" x=\"{Text(x + 15)}\" y=\"{Text(y)}\" font-size=\"12\">{style.Name}</text>");
            x += LegendStep + (LetterWidth * style.Name.Length) + 8;
        }
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
