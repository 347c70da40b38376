using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Pictures.Replay;

namespace GenRL.Swarm.Sim.Pictures.Tests;

public sealed partial class ReplayTests
{
    [Fact]
    public void Of_AFilm_HoldsEveryFrame()
    {
        var film = Films.Of(
            scene =>
            {
                scene.Segment(Role.Obstacle, 0, 0, 10, 0);
                scene.Disc(Role.Robot, 1, 1, 0.5, 0.25, "a");
                scene.Disc(Role.Goal, 5, 5, 1);
            },
            scene =>
            {
                scene.Segment(Role.Obstacle, 0, 0, 10, 0);
                scene.Disc(Role.Robot, 1.5, 1, 0.5, 0.25, "a");
                scene.Disc(Role.Goal, 5, 5, 1);
                scene.Segment(Role.Ray, 1, 1, 2, 2);
            },
            scene =>
            {
                scene.Segment(Role.Obstacle, 0, 1, 10, 1);
                scene.Disc(Role.Robot, 1.5, 1, 0.5, -3, "a");
                scene.Disc(Role.Goal, 5, 5, 1, 0d);
                scene.Segment(Role.Ray, 1, 1, 2.5, 2);
            },
            scene => scene.Disc(Role.Robot, 2, 2, 0.5, label: "b"));
        var root = Data(HtmlReplay.Of(film, "a title", "a subtitle"));
        var unit = root.GetProperty("unit").GetDouble();

        var frames = Decode(root);

        Assert.Equal(film.Frames.Count, frames.Count);
        for (var i = 0; i < frames.Count; i++)
        {
            Assert.Equal(film.Frames[i].Shapes.Select(shape => QuantisedShape.Of(shape, unit)!.Value), frames[i]);
        }

        Assert.Equal("a title", root.GetProperty("title").GetString());
        Assert.Equal(film.Roles.Select(role => (int)role), root.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("role").GetInt32()));
    }

    [Fact]
    public void Of_AFilmThatHardlyChanges_IsSmall()
    {
        var page = HtmlReplay.Of(Films.Walk(1000), "walk", "").Length - HtmlReplay.Of(Films.Walk(1), "walk", "").Length;

        Assert.InRange(page / 1000, 10, 40);
    }

    [Fact]
    public void Of_TextThatIsMarkup_CannotLeaveItsPlace()
    {
        var page = Encoding.UTF8.GetString(HtmlReplay.Of(
            Films.Of(scene => scene.Disc(Role.Robot, 0, 0, 1, label: "</script><b>/*data*/")), "</title><b>/*data*/<!--title-->", "</script>"));

        Assert.Equal(2, ScriptEnd().Count(page));
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Equal("</script><b>/*data*/", Decode(Data(Encoding.UTF8.GetBytes(page)))[0][0].Label);
    }

    [Fact]
    public void Of_AnyPage_NeedsNothingFromOutside()
    {
        var page = Encoding.UTF8.GetString(HtmlReplay.Of(Films.Walk(2), "walk", ""));

        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.All(["http:", "https:", "src=\"", "@import", "fetch("], word => Assert.DoesNotContain(word, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ShapesThatAreNotFinite_AreLeftOut()
    {
        var root = Data(HtmlReplay.Of(Films.Of(scene => scene.Disc(Role.Robot, double.NaN, 0, 1), scene => scene.Disc(Role.Robot, 0, 0, 1)), "", ""));

        Assert.Equal([0, 1], Decode(root).Select(frame => frame.Count));
    }

    private static JsonElement Data(byte[] page) => JsonDocument.Parse(FilmData().Match(Encoding.UTF8.GetString(page)).Groups["json"].Value).RootElement;

    /// <summary>What the page's script does.</summary>
    private static List<List<QuantisedShape>> Decode(JsonElement root)
    {
        var frames = new List<List<QuantisedShape>>();
        foreach (var frame in root.GetProperty("frames").EnumerateArray())
        {
            List<QuantisedShape> before = frames.Count > 0 ? frames[^1] : [], shapes = [];
            foreach (var change in frame.EnumerateArray().Skip(3))
            {
                if (change.ValueKind == JsonValueKind.Number)
                {
                    shapes.AddRange(before.Skip(shapes.Count).Take(change.GetInt32()));
                    continue;
                }

                long? Field(int i) => change[i].ValueKind == JsonValueKind.Null ? null : change[i].GetInt64();
                var last = shapes.Count < before.Count ? before[shapes.Count] : default;
                shapes.Add(change.GetArrayLength() switch
                {
                    2 => last with { X = Field(0)!.Value, Y = Field(1)!.Value },
                    3 => last with { X = Field(0)!.Value, Y = Field(1)!.Value, Turn = Field(2) },
                    4 => last with { X = Field(0)!.Value, Y = Field(1)!.Value, A = Field(2)!.Value, B = Field(3)!.Value },
                    _ => new QuantisedShape(
                        (ShapeKind)Field(0)!, (Role)Field(1)!, Field(2)!.Value, Field(3)!.Value, Field(4)!.Value, Field(5)!.Value, Field(6), change[7].GetString()!),
                });
            }

            frames.Add(shapes);
        }

        return frames;
    }

    [GeneratedRegex("application/json\">(?<json>.*)</script>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex FilmData();

    [GeneratedRegex("</script>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ScriptEnd();
}
