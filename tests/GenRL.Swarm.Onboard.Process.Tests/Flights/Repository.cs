namespace GenRL.Swarm.Onboard.Process.Tests.Flights;

internal static class Repository
{
    public static string SwarmFile { get; } = Path.Combine(Root(), "hardware-configs", "swarms", "demo-4.yaml");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GenRL.Swarm.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
