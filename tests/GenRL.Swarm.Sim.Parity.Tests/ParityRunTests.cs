using System.Text.Json;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Parity.Tests;

public sealed class ParityRunTests : IDisposable
{
    private const string Good = """{"system": "counter", "init": 1, "steps": [2, 3, 4]}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_SoundFiles_PassAndAreCounted()
    {
        Write("a.json", Good);
        Write("deep/er/b.json", """{"system": "other", "init": 0, "steps": [1]}""");
        Write("deep/.hidden.json", Good);
        Write("readme.md", "no trajectory");

        var run = Run();

        Assert.True(run.Passed, Text(run));
        Assert.Equal(["a.json", "deep/.hidden.json", "deep/er/b.json"], run.Files.Select(file => file.File));
        var counter = SystemResult.Of(run.Files)[0];
        Assert.Equal(("counter", 2, 6L, 12L, 6L), (counter.System, counter.Files.Count, counter.Steps, counter.Values, counter.Injected));
        Assert.Equal(0d, counter.Worst(Quantity.Position));
        Assert.Null(counter.Worst(Quantity.Velocity));
    }

    [Fact]
    public void Of_EmptyFolder_FailsAndSaysSo()
    {
        var run = Run();

        Assert.False(run.Passed);
        Assert.Contains("there is no *.json", Text(run), StringComparison.Ordinal);
        Assert.Equal(0, Json(run).GetProperty("files").GetInt32());
    }

    [Fact]
    public void Of_MissingFolder_Throws() => Assert.ThrowsAny<IOException>(() => ParityRun.Of(_folder["nowhere"], [], (_, _, _) => { }, CancellationToken.None));

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{\"system\": \"counter\", ", "not JSON")]
    [InlineData("\u0001\u0002\u0003", "not JSON")]
    [InlineData("[1, 2]", "system: the file names none")]
    [InlineData("{}", "system: the file names none")]
    [InlineData("{\"system\": 7}", "system: the file names none")]
    [InlineData("{\"system\": \"astrology\"}", "system: there is no \"astrology\"")]
    [InlineData("{\"system\": \"counter\"}", "KeyNotFoundException")]
    [InlineData("{\"system\": \"counter\", \"init\": \"one\", \"steps\": []}", "InvalidOperationException")]
    [InlineData("{\"system\": \"counter\", \"init\": 1, \"steps\": []}", "the file stores no steps")]
    [InlineData("{\"system\": \"counter\", \"throw\": \"System.OutOfMemoryException\"}", "OutOfMemoryException")]
    [InlineData("{\"system\": \"counter\", \"throw\": \"System.DivideByZeroException\"}", "after free run, step 1, agent 0: DivideByZeroException")]
    [InlineData("{\"system\": \"counter\", \"throw\": \"System.OperationCanceledException\"}", "OperationCanceledException")]
    public void Of_FileThatCannotBeRun_IsANamedFailureAndTheOthersRun(string content, string reason)
    {
        Write("bad.json", content);
        Write("good.json", Good);

        var run = Run();

        Assert.False(run.Passed);
        Assert.Contains("FAIL bad.json: ", Text(run), StringComparison.Ordinal);
        Assert.Contains(reason, run.Files[0].Failure, StringComparison.Ordinal);
        Assert.Null(run.Files[1].Failure);
        Assert.Contains("1 of 2 files fail", Text(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UnreadableFile_IsANamedFailure()
    {
        File.CreateSymbolicLink(_folder["gone.json"], _folder["nowhere"]);

        Assert.Contains("FAIL gone.json: Could not find file", Text(Run()), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Deviation_NamesFileStepAndValue()
    {
        Write("sub/off.json", """{"system": "counter", "init": 1, "steps": [2, 3.0000001, 4]}""");

        var run = Run();

        Assert.False(run.Passed);
        Assert.Contains("FAIL sub/off.json: free run, step 2, agent 0, Position: 3 instead of 3.0000001", Text(run), StringComparison.Ordinal);
        Assert.Equal(1e-7, run.Files[0].Worst(Quantity.Position)!.Value, 1e-12);
    }

    [Fact]
    public void Of_NotANumber_FailsAndIsInfiniteInTheReports()
    {
        Write("nan.json", """{"system": "nan"}""");

        var run = Run();

        Assert.False(run.Passed);
        Assert.Contains("NaN instead of 1", Text(run), StringComparison.Ordinal);
        Assert.Contains(" inf ", Text(run), StringComparison.Ordinal);
        Assert.Equal("Infinity", Json(run).GetProperty("results")[0].GetProperty("worst").GetProperty("velocity").GetString());
    }

    [Fact]
    public void Of_SystemThatComparesNothing_Fails()
    {
        Write("idle.json", """{"system": "idle"}""");

        Assert.Equal("nothing was compared", Run().Files[0].Failure);
    }

    [Fact]
    public void Write_FilesOfOneSystemWithTwoTolerances_HaveARowEach()
    {
        Write("a.json", Good);
        Write("b.json", """{"system": "counter", "init": 1, "steps": [2], "loose": true}""");

        var text = Text(Run());

        Assert.Contains("2 kinds", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("  of these").Length - 1);
        Assert.Contains("1e-4, one step 1e-6", text, StringComparison.Ordinal);
        Assert.Contains("not compared: counter, 2 files: the weather", text, StringComparison.Ordinal);
        Assert.Contains("pass, 2 in part", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_HasEveryFileWithItsFigures()
    {
        Write("a.json", Good);
        Write("b.json", "garbage");

        var json = Json(Run());

        Assert.False(json.GetProperty("passed").GetBoolean());
        Assert.Equal(2, json.GetProperty("files").GetInt32());
        var (a, b) = (json.GetProperty("results")[0], json.GetProperty("results")[1]);
        Assert.Equal("a.json", a.GetProperty("file").GetString());
        Assert.Equal(3, a.GetProperty("steps").GetInt32());
        Assert.Equal(6, a.GetProperty("values_compared").GetInt32());
        Assert.Equal(3, a.GetProperty("values_injected").GetInt32());
        Assert.Equal(0, a.GetProperty("worst").GetProperty("position").GetDouble());
        Assert.Equal(JsonValueKind.Null, a.GetProperty("worst").GetProperty("reward").ValueKind);
        Assert.Equal(1e-9, a.GetProperty("tolerance").GetProperty("free_run").GetDouble());
        Assert.Equal("the weather", a.GetProperty("not_compared")[0].GetString());
        Assert.False(b.GetProperty("passed").GetBoolean());
        Assert.StartsWith("not JSON", b.GetProperty("failure").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Progress_CountsFilesAndStopsWhereAsked()
    {
        Write("a.json", Good);
        Write("b.json", Good);
        using var stop = new CancellationTokenSource();
        var seen = new List<string>();

        Assert.Throws<OperationCanceledException>(() => ParityRun.Of(
            _folder.Path,
            [new MadeUpSystem("counter")],
            (done, of, name) =>
            {
                seen.Add($"{done}/{of} {name}");
                stop.Cancel();
            },
            stop.Token));
        Assert.Equal(["0/2 a.json"], seen);
    }

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], content);
    }

    private ParityRun Run() => ParityRun.Of(
        _folder.Path, [new MadeUpSystem("counter"), new MadeUpSystem("other"), new NotANumber(), new Idle()], (_, _, _) => { }, CancellationToken.None);

    private static string Text(ParityRun run)
    {
        using var text = new StringWriter();
        run.Write(text);
        return text.ToString();
    }

    private static JsonElement Json(ParityRun run) => JsonDocument.Parse(run.ToJson()).RootElement;

    private sealed class NotANumber : IGoldenSystem
    {
        public string System => "nan";

        public void Run(JsonElement file, Comparison comparison)
        {
            comparison.Steps = 1;
            comparison.At(1, "all");
            comparison.Expect(Quantity.Velocity, 1d, double.NaN);
        }
    }

    private sealed class Idle : IGoldenSystem
    {
        public string System => "idle";

        public void Run(JsonElement file, Comparison comparison) => comparison.Steps = 5;
    }
}
