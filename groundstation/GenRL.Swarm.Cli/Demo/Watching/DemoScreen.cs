namespace GenRL.Swarm.Cli.Demo.Watching;

/// <summary>Chooses the display.</summary>
internal static class DemoScreen
{
    /// <summary>A line that is drawn over itself on a terminal; plain lines otherwise.</summary>
    public static IDemoScreen Create(bool headless) =>
        headless || Console.IsOutputRedirected ? new PlainScreen(Console.Out) : new LiveScreen(Console.Out, () => Console.WindowWidth);
}
