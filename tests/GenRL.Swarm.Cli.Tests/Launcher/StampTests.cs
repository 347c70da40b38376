namespace GenRL.Swarm.Cli.Tests.Launcher;

public sealed class StampTests : IDisposable
{
    private readonly Bash _bash = new();

    public StampTests()
    {
        _bash.Write("cli.dll", "");
        _bash.Write("a.cs", "class A;");
        _bash.Write("README.md", "read me");
        _bash.Write(".cache/onnxruntime/managed/b.cs", "class B;");
    }

    public void Dispose() => _bash.Dispose();

    [Theory]
    [InlineData(":", true)]
    [InlineData("echo more >> README.md", true)]
    [InlineData("mkdir -p runs && touch runs/log", true)]
    [InlineData("mkdir .cache/fetch.tmp1 && touch .cache/fetch.tmp1/half", true)]
    [InlineData("echo 'class A2;' >> a.cs", false)]
    [InlineData("touch -d 2001-01-01 a.cs", false)]
    [InlineData("rm a.cs", false)]
    [InlineData("touch new.cs", false)]
    [InlineData("rm -r .cache/onnxruntime/managed", false)]
    [InlineData("rm cli.dll", false)]
    public async Task StampIsCurrent_AfterChange_ToldFromWhatTheBuildReads(string change, bool current)
    {
        var script = $"""
            cd "$root"
            mkdir artifacts
            write_stamp "$(stamp)" run
            {change}
            stamp_is_current run && echo current || echo stale
            """;

        var (exitCode, output, errors) = await _bash.RunAsync(script, "console", "stamp");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(current ? "current\n" : "stale\n", output);
    }

    [Fact]
    public async Task StampIsCurrent_BuiltForOtherVerbs_IsStaleForTests()
    {
        var (_, output, _) = await _bash.RunAsync(
            """
            mkdir "$root/artifacts"
            write_stamp "$(stamp)" run
            stamp_is_current run && echo run; stamp_is_current test || echo not test
            """,
            "console", "stamp");

        Assert.Equal("run\nnot test\n", output);
    }
}
