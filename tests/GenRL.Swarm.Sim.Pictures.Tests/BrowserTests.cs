using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using GenRL.Swarm.Sim.Pictures.Replay;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Pictures.Tests;

/// <summary>Opens a replay page in a browser without a window; skipped where none is installed.</summary>
public sealed partial class BrowserTests : IDisposable
{
    private static readonly string? Browser =
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Page_PlayingByItself_ShowsItsFramesWithoutErrors()
    {
        Assert.SkipWhen(Browser is null, "chromium is not installed");
        // A browser's frame may carry a time before the moment at which it was asked for: here it always does.
        var html = Encoding.UTF8.GetString(HtmlReplay.Of(Films.Walk(10), "a walk", "seed 1")).Replace("<script>", "<script>performance.now = () => 1e7;");
        await File.WriteAllTextAsync(_folder["page.html"], html, TestContext.Current.CancellationToken);

        var (page, log) = await OpenAsync($"file://{_folder["page.html"]}");

        Assert.DoesNotMatch("CONSOLE.*(Error|Refused)", log);
        // How far it gets is the browser's affair.
        Assert.Matches(@"^episode 1 · step (\d) · return \1\.00$", Now().Match(page).Groups["text"].Value);
        Assert.Contains(">a walk</h1>", page, StringComparison.Ordinal);
        Assert.Matches("obstacle</button>.*robot</button>", page);
    }

    private async Task<(string Page, string Log)> OpenAsync(string address)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", $"--user-data-dir={_folder["profile"]}",
            "--virtual-time-budget=1500", "--enable-logging=stderr", "--dump-dom", address,
        ];
        using var process = Process.Start(new ProcessStartInfo(Browser!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var cancel = TestContext.Current.CancellationToken;
        var (page, log) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return (await page, await log);
    }

    [GeneratedRegex("<p id=\"now\"[^>]*>(?<text>[^<]*)</p>", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Now();
}
