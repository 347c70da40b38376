using System.Diagnostics;
using GenRL.Swarm.Cli.Processes;
using GenRL.Swarm.SystemTests.Running;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.SystemTests;

public sealed class InterruptedDemoTests
{
    private const int Stopped = 130;

    [Fact]
    public async Task Ctrl_c_ends_the_demo_and_everything_that_it_started()
    {
        using var temp = new TempFolder();
        using var mark = new ProcessMark();
        using var demo = Start(temp.Path);
        var said = demo.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string? line;
        while ((line = await demo.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)) is not null && !line.Contains("missions", StringComparison.Ordinal))
        {
        }

        Assert.True(line is not null, "the demo ended before its robots flew");
        Assert.True(mark.Running().Count >= 6, "demo, broker, station, world and two robots");

        // A terminal sends it to the whole process group.
        using var interrupt = Process.Start("kill", ["-s", "INT", "--", $"-{demo.Id}"]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience.Limit);
        await demo.StandardOutput.ReadToEndAsync(limit.Token);
        await demo.WaitForExitAsync(limit.Token);

        Assert.Equal(Stopped, demo.ExitCode);
        Assert.Contains("swarm demo: stopped; no process is left", await said, StringComparison.Ordinal);
        Assert.Empty(mark.Running());
    }

    // A shell that runs the tests in the background has them, and so the demo, ignore the signal: that is undone first.
    private static Process Start(string folder) => Process.Start(
        new ProcessStartInfo("setsid", ["env", "--default-signal=INT", .. Programs.Command("GenRL.Swarm.Cli", "swarm-cli"), "demo", "--headless", "--robots", "2"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
}
