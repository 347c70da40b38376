namespace GenRL.Swarm.Configuration.Tests;

/// <summary>Where the configurations under test lie.</summary>
internal static class Repository
{
    /// <summary>The folder hardware-configs of the repository that this assembly was built in.</summary>
    public static string HardwareConfigs
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "GenRL.Swarm.sln")))
                {
                    return Path.Combine(folder.FullName, "hardware-configs");
                }
            }

            throw new FileNotFoundException("The tests run inside the repository.");
        }
    }

    public static string Demo => Path.Combine(HardwareConfigs, "swarms", "demo-4.yaml");
}
