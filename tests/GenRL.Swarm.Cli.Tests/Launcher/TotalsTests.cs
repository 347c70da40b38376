namespace GenRL.Swarm.Cli.Tests.Launcher;

public sealed class TotalsTests : IDisposable
{
    private readonly Bash _bash = new();

    public void Dispose() => _bash.Dispose();

    [Theory]
    [InlineData(27, 0, 27, 0, 0, "27 passed, 0 failed, 0 skipped\n")]
    [InlineData(27, 0, 25, 2, 0, "25 passed, 0 failed, 2 skipped\n")]
    [InlineData(27, 1, 26, 0, 1, "26 passed, 1 failed, 0 skipped\n")]
    [InlineData(0, 0, 0, 0, 1, "swarm: no test ran\n0 passed, 0 failed, 0 skipped\n")]
    public async Task PrintTotals_Summary_BecomesOneLineAndTheExitCode(int total, int failed, int passed, int skipped, int exitCode, string line)
    {
        _bash.Write("out", $"Test run summary: whatever\n\n  total: {total}\n  failed: {failed}\n  succeeded: {passed}\n  skipped: {skipped}\n  duration: 7s\n");

        Assert.Equal((exitCode, line, ""), await _bash.RunAsync("print_totals \"$root/out\"", "console", "test"));
    }

    [Fact]
    public async Task PrintTotals_NoSummary_Fails()
    {
        _bash.Write("out", "Unhandled exception\n");

        Assert.Equal((1, "swarm: no test ran\n0 passed, 0 failed, 0 skipped\n", ""), await _bash.RunAsync("print_totals \"$root/out\"", "console", "test"));
    }
}
