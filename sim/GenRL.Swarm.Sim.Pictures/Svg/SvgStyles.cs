using System.Text;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Pictures.Styles;

namespace GenRL.Swarm.Sim.Pictures.Svg;

/// <summary>The style sheet of every picture: a class per role, light or dark as the viewer prefers.</summary>
internal static class SvgStyles
{
    /// <summary>The class of a role.</summary>
    public static string Class(Role role) => $"r{(int)role}";

    /// <summary>A style element.</summary>
    public static string Element()
    {
        var sheet = new StringBuilder("<style>");
        sheet.Append(":root{--ground:#fcfcfa;--ink:#22262d;--soft:#6b7280;");
        AppendColours(sheet, style => style.Light);
        sheet.Append("}@media(prefers-color-scheme:dark){:root{--ground:#14181e;--ink:#e8eaee;--soft:#98a1b0;");
        AppendColours(sheet, style => style.Dark);
        sheet.Append("}}text{font-family:system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;fill:var(--ink)}.bg{fill:var(--ground)}.soft{fill:var(--soft)}");
        sheet.Append(".on{fill:var(--ground);font-weight:600;text-anchor:middle;dominant-baseline:central}.at{fill:var(--soft);text-anchor:middle;dominant-baseline:central}");
        sheet.Append(".head{stroke:var(--ground);stroke-width:2;stroke-linecap:round}.trail{stroke-linejoin:round;stroke-linecap:round}");
        foreach (var style in RoleStyle.All)
        {
            sheet.Append($".{Class(style.Role)}{{{Rules(style)}}}");
            if (style.Manner == Manner.Body)
            {
                sheet.Append($".trail.{Class(style.Role)}{{fill:none;stroke:{Colour(style)};stroke-width:2;stroke-opacity:.5}}");
            }
        }

        return sheet.Append("</style>").ToString();
    }

    private static string Rules(RoleStyle style)
    {
        var colour = Colour(style);
        return style.Manner switch
        {
            Manner.Ground => $"fill:{colour};stroke:{colour}",
            Manner.Solid => $"fill:{colour};stroke:{colour};stroke-width:1.5;stroke-linecap:round",
            Manner.Ring => $"fill:{colour};fill-opacity:.2;stroke:{colour};stroke-width:1.6",
            Manner.Body => $"fill:{colour};stroke:var(--ground);stroke-width:1",
            Manner.Thin => $"fill:{colour};fill-opacity:.05;stroke:{colour};stroke-width:.8;stroke-opacity:.45",
            _ => $"fill:none;stroke:{colour};stroke-width:1.6;stroke-dasharray:5 3;stroke-opacity:.85",
        };
    }

    private static string Colour(RoleStyle style) => $"var(--{Class(style.Role)})";

    private static void AppendColours(StringBuilder sheet, Func<RoleStyle, string> colour)
    {
        foreach (var style in RoleStyle.All)
        {
            sheet.Append($"--{Class(style.Role)}:{colour(style)};");
        }
    }
}
