using System.Net;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.Registry.Records;

namespace GenRL.Swarm.GroundStation.Tests;

public sealed class LogUploadTests : IAsyncLifetime
{
    private const int Chunk = 64 * 1024;

    private static readonly byte[] Content = Upload.Content((3 * Chunk) + 17);

    private Station _station = null!;

    private string Kept => Path.Combine(_station.Folder, "logs", "r3", "a.mcap");

    public async ValueTask InitializeAsync() => _station = await Station.StartAsync(withFirst: false);

    public ValueTask DisposeAsync() => _station.DisposeAsync();

    [Fact]
    public async Task Put_WholeLog_IsKeptNotedAndShown()
    {
        using var answer = await Make().PutAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("true", answer.Headers.GetValues("Upload-Complete").Single());
        Assert.Equal(Content, File.ReadAllBytes(Kept));
        Assert.Contains("\"name\":\"a.mcap\"", await _station.Http.GetStringAsync("/logs"), StringComparison.Ordinal);
        Assert.Contains(_station.Get<FleetEvents>().Latest(), e => e.Text.Contains("a.mcap", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(_station.Folder, "incoming")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData((3 * Chunk) + 16)]
    public async Task Put_ConnectionCutAtAByte_GoesOnFromThere(int cut)
    {
        var upload = Make();
        await upload.CutAsync(cut);
        Assert.Equal(cut, await upload.OffsetAsync());
        Assert.False(File.Exists(Kept));

        using var answer = await upload.GoOnAsync(cut);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Content, File.ReadAllBytes(Kept));
    }

    [Fact]
    public async Task Put_InManyParts_IsAcceptedUntilItIsWhole()
    {
        var upload = Make();
        for (var at = 0; at < Content.Length; at += 50_000)
        {
            using var answer = await upload.PutAsync(at, Math.Min(at + 50_000, Content.Length));
            Assert.Equal(at + 50_000 < Content.Length ? HttpStatusCode.Accepted : HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(Content, File.ReadAllBytes(Kept));
    }

    [Fact]
    public async Task Put_StationKilledHalfway_GoesOnAfterTheRestart()
    {
        await Make().CutAsync(100_000);
        await _station.RestartAsync();

        Assert.Equal(100_000, await Make().OffsetAsync());
        using var answer = await Make().GoOnAsync(100_000);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Content, File.ReadAllBytes(Kept));
    }

    [Fact]
    public async Task Put_StationKilledBetweenRenameAndNote_IsNotedWithTheNextQuestion()
    {
        await _station.RestartAsync(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Kept)!);
            File.WriteAllBytes(Kept, Content);
        });

        Assert.Equal(Content.Length, await Make().OffsetAsync());
        Assert.Equal("a.mcap", Assert.Single(_station.Get<Logs>().List()).Name);
    }

    [Fact]
    public async Task Put_SentTwice_CountsOnce()
    {
        using var first = await Make().PutAsync();
        using var again = await Make().PutAsync();
        using var otherName = await new Upload(_station.Http, "r3", "b.mcap", Content).PutAsync();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, again.StatusCode, otherName.StatusCode]);
        Assert.Single(_station.Get<Logs>().List());
    }

    [Fact]
    public async Task Put_OtherContentUnderTheSameName_IsRefused()
    {
        using var first = await Make().PutAsync();
        var other = new Upload(_station.Http, "r3", "a.mcap", Upload.Content(100, seed: 2));

        await Refused(other.PutAsync(), HttpStatusCode.Conflict, "NameTaken");
        Assert.Equal(Content, File.ReadAllBytes(Kept));
    }

    [Fact]
    public async Task Put_CorruptedOnTheWay_IsDroppedNamedAndCanBeSentAgain()
    {
        var corrupted = new Upload(_station.Http, "r3", "a.mcap", [.. Content[..^1], (byte)(Content[^1] ^ 1)]) { Sha256 = Make().Sha256 };

        await Refused(corrupted.PutAsync(), HttpStatusCode.UnprocessableEntity, "WrongHash");
        Assert.Empty(Directory.GetFiles(Path.Combine(_station.Folder, "incoming")));
        Assert.Contains(_station.Get<FleetEvents>().Latest(), e => e.Level == "bad" && e.Text.Contains("WrongHash", StringComparison.Ordinal));

        using var answer = await Make().PutAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Put_LargerThanAllowedOrThanAnnounced_IsRefused()
    {
        await Refused(new Upload(_station.Http, "r3", "a.mcap", [1]) { Announced = (1L << 20) + 1 }.PutAsync(), HttpStatusCode.RequestEntityTooLarge, "TooLarge");
        await Refused(new Upload(_station.Http, "r3", "a.mcap", Content) { Announced = 10 }.PutAsync(), HttpStatusCode.RequestEntityTooLarge, "TooLarge");
        Assert.Empty(Directory.GetFiles(Path.Combine(_station.Folder, "incoming")));
    }

    [Fact]
    public async Task Put_FromTheWrongOffset_IsToldWhereToGoOn()
    {
        using var part = await Make().PutAsync(0, 1000);
        using var answer = await Make().PutAsync(2000);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("WrongOffset", await answer.Content.ReadAsStringAsync());
        Assert.Equal("1000", answer.Headers.GetValues("Upload-Offset").Single());
    }

    [Theory]
    [InlineData("x3", "a.mcap", null, null)]
    [InlineData("r03", "a.mcap", null, null)]
    [InlineData("r4096", "a.mcap", null, null)]
    [InlineData("r3", ".hidden", null, null)]
    [InlineData("r3", "%2e%2e%2fa", null, null)]
    [InlineData("r3", "a.mcap", "ABC", null)]
    [InlineData("r3", "a.mcap", null, 0L)]
    [InlineData("r3", "a.mcap", null, -5L)]
    public async Task Put_BadAddress_IsRefused(string robot, string name, string? sha256, long? bytes)
    {
        var upload = new Upload(_station.Http, robot, name, Content) { Sha256 = sha256 ?? new string('a', 64), Announced = bytes ?? Content.Length };

        await Refused(upload.PutAsync(), HttpStatusCode.BadRequest, "BadRequest");
        using var answer = await upload.AskAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task Refused(Task<HttpResponseMessage> request, HttpStatusCode status, string reason)
    {
        using var answer = await request;
        Assert.Equal((status, reason), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    private Upload Make() => new(_station.Http, new RobotId(3).ToString(), "a.mcap", Content);
}
