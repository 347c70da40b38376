using System.Globalization;
using System.Xml.Linq;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Pictures.Styles;
using GenRL.Swarm.Sim.Pictures.Svg;

namespace GenRL.Swarm.Sim.Pictures.Tests;

public sealed class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Of_AScene_IsAPictureOfItsShapesWithTrails()
    {
        var picture = Parse(SvgPicture.Of(Films.Walk(5), 4, "walk"));

        Assert.Single(Shapes(picture, "line", Role.Obstacle));
        Assert.Single(Shapes(picture, "rect", Role.Robot));
        Assert.Equal(2, picture.Descendants(Svg + "polyline").Count());
        Assert.Contains(picture.Descendants(Svg + "text"), text => text.Value == "episode 1, step 4, return 4");
        Assert.Equal(["obstacle", "robot"], picture.Descendants(Svg + "text").Select(text => text.Value).Where(RoleStyle.All.Select(style => style.Name).Contains));
    }

    [Fact]
    public void Of_BoxesBelowRobots_LeaveTrailsBetweenThem()
    {
        var film = Films.Of([.. Enumerable.Range(0, 3).Select(i => (Action<Scene>)(scene =>
        {
            scene.Box(Role.Prey, 0, 0, 1, 1);
            scene.Disc(Role.Robot, i, 0, 0.4);
        }))]);

        var names = Parse(SvgPicture.Of(film, 2, "")).Descendants(Svg + "svg").Last().Elements().Select(shape => shape.Name.LocalName);

        Assert.Equal(["rect", "polyline", "polyline", "circle"], names);
    }

    [Fact]
    public void Of_HigherInTheWorld_IsHigherInThePicture()
    {
        var picture = Parse(SvgPicture.Of(Films.Of(scene =>
        {
            scene.Disc(Role.Goal, 0, 0, 1);
            scene.Disc(Role.Load, 4, 9, 1);
        }), 0, ""));

        // The legend's dots are at the end.
        var (goal, load) = (Shapes(picture, "circle", Role.Goal)[0], Shapes(picture, "circle", Role.Load)[0]);
        Assert.True(Number(load, "cy") < Number(goal, "cy"));
        Assert.True(Number(load, "cx") > Number(goal, "cx"));
    }

    [Fact]
    public void Of_TextThatIsMarkup_StaysText()
    {
        var picture = Parse(SvgPicture.Of(Films.Of(scene => scene.Disc(Role.Robot, 0, 0, 1, label: "<&\"")), 0, "</svg><script>"));

        Assert.Contains(picture.Descendants(Svg + "text"), text => text.Value == "<&\"");
        Assert.Empty(picture.Descendants(Svg + "script"));
    }

    [Fact]
    public void Of_ShapesThatAreNotFinite_AreLeftOut()
    {
        var text = SvgPicture.Of(Films.Of(scene =>
        {
            scene.Disc(Role.Robot, double.NaN, 0, 1);
            scene.Segment(Role.Ray, 0, 0, double.PositiveInfinity, 0);
            scene.Disc(Role.Robot, 0, 0, 1);
        }), 0, "");

        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnyPicture_NeedsNothingFromOutside()
    {
        var text = SvgPicture.Of(Films.Walk(2), 1, "walk").Replace(Svg.NamespaceName, "");

        Assert.All(["http", "url(", "href", "@import"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void ContactSheet_HasEveryPictureWithItsTitle()
    {
        var sheet = Parse(ContactSheet.Of([.. Enumerable.Range(0, 7).Select(i => (Films.Walk(3), 2, $"family/scenario-{i}"))], 3));

        Assert.Equal([.. Enumerable.Range(0, 7).Select(i => $"family/scenario-{i}")], sheet.Descendants(Svg + "text").Select(text => text.Value).Where(text => text.Contains('/')));
        Assert.Equal(7, Shapes(sheet, "rect", Role.Robot).Count);
    }

    [Fact]
    public void Styles_CoverEveryRoleInItsPlace() => Assert.Equal(Enum.GetValues<Role>(), RoleStyle.All.Select(style => style.Role));

    private static XDocument Parse(string svg) => XDocument.Parse(svg);

    private static List<XElement> Shapes(XDocument picture, string element, Role role) =>
        [.. picture.Descendants(Svg + element).Where(shape => (string?)shape.Attribute("class") == SvgStyles.Class(role))];

    private static double Number(XElement shape, string attribute) => double.Parse(shape.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
