using System.Xml.Linq;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Gap;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Reality.Tests.Gap;

public sealed class GapPictureTests
{
    private static readonly GapReport Report = GapMeasurement.Measure([Planted.Fly(RobotBody.Holonomic, Planted.Holonomic, 60, 1)], Floor.Nominal, 1);

    [Fact]
    public void Svg_IsADocumentWithItsMarksInside()
    {
        var svg = XDocument.Parse(GapPicture.Svg(Report, "log <1> & floor"));
        var width = (double)svg.Root!.Attribute("width")!;
        var numbers = svg.Descendants().SelectMany(element => element.Attributes()).Where(a => a.Name.LocalName is "x" or "cx" or "x1" or "x2").Select(a => (double)a);

        Assert.Contains("log <1> & floor", svg.Descendants().Select(element => element.Value));
        Assert.All(numbers, x => Assert.InRange(x, 0, width));
        Assert.Equal(2 + 1 + (2 * Report.Traces.Count), svg.Descendants().Count(element => element.Name.LocalName == "polyline"));
    }

    [Fact]
    public void Html_HoldsPictureAndTable()
    {
        var html = GapPicture.Html(Report, "a log");

        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains(GapTable.Text(Report), html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ThatFails_LeavesWhatWasThere()
    {
        using var temp = new TempFolder();
        Directory.CreateDirectory(temp["gap.svg"]);
        File.WriteAllText(temp["gap.svg/inside"], "old");

        Assert.ThrowsAny<Exception>(() => WholeFile.Write(temp["gap.svg"], "new"));

        Assert.Equal(["gap.svg"], Directory.EnumerateFileSystemEntries(temp.Path).Select(Path.GetFileName));
        Assert.Equal("old", File.ReadAllText(temp["gap.svg/inside"]));
    }

    [Fact]
    public void Write_ReplacesTheOldFile()
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp["a.svg"], "old and longer");

        WholeFile.Write(temp["a.svg"], "new");

        Assert.Equal("new", File.ReadAllText(temp["a.svg"]));
        Assert.Single(Directory.EnumerateFileSystemEntries(temp.Path));
    }
}
