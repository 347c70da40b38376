using System.Globalization;
using System.Net;
using System.Text;
using GenRL.Swarm.Sim.Pictures.Films;

namespace GenRL.Swarm.Sim.Pictures.Svg;

/// <summary>Many films' frames on one sheet, each in its cell with its title.</summary>
public static class ContactSheet
{
    private const int Cell = 200;
    private const int Gap = 16;
    private const int Caption = 26;

    /// <summary>The document.</summary>
    /// <param name="pictures">Each a film, the number of its frame, and its title.</param>
    /// <param name="columns">Cells of a row.</param>
    public static string Of(IReadOnlyList<(Film Film, int Frame, string Title)> pictures, int columns)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        columns = Math.Clamp(pictures.Count, 1, columns);
        var rows = (pictures.Count + columns - 1) / columns;
        var (width, height) = (Gap + (columns * (Cell + Gap)), Gap + (rows * (Cell + Caption + Gap)));
        var svg = new StringBuilder();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">");
        svg.Append($"<title>{pictures.Count} scenarios</title>{SvgStyles.Element()}<rect class=\"bg\" width=\"100%\" height=\"100%\"/>");
        foreach (var (index, (film, frame, title)) in pictures.Index())
        {
            double left = Gap + (index % columns * (Cell + Gap));
            double top = Gap + (index / columns * (Cell + Caption + Gap));
            new SvgScene(svg, film.Extent, left, top, Cell, Cell).Append(film, frame);
            svg.Append($"<text x=\"{Text(left + (0.5 * Cell))}\" y=\"{Text(top + Cell + 18)}\" font-size=\"{Text(Math.Min(12d, Cell / (0.58 * Math.Max(1, title.Length))))}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(title)}</text>");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
