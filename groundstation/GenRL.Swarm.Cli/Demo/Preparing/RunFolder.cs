namespace GenRL.Swarm.Cli.Demo.Preparing;

/// <summary>The folder of one run: everything that it writes.</summary>
internal sealed class RunFolder
{
    private RunFolder(string path) => Root = path;

    /// <summary>The folder itself.</summary>
    public string Root { get; }

    /// <summary>What the processes say, one file each.</summary>
    public string Texts => Path.Combine(Root, "processes");

    /// <summary>Certificates and keys.</summary>
    public string Trust => Path.Combine(Root, "trust");

    /// <summary>The broker's files.</summary>
    public string Broker => Path.Combine(Root, "broker");

    /// <summary>The configuration of every process.</summary>
    public string Configuration => Path.Combine(Root, "configuration");

    /// <summary>The ground station's data: logs, registry, bundles, candidates.</summary>
    public string Station => Path.Combine(Root, "station");

    /// <summary>Tick logs that are complete at the station.</summary>
    public string StationLogs => Path.Combine(Station, "logs");

    /// <summary>Networks that learning goes on from, one folder per release.</summary>
    public string Learning => Path.Combine(Root, "learning");

    /// <summary>Tick logs that the robots still write or send.</summary>
    public string RobotLogs => Path.Combine(Root, "robots", "logs");

    /// <summary>The bundle store of a robot.</summary>
    public string RobotStore(int robot) => Path.Combine(Root, "robots", $"r{robot}", "store");

    /// <summary>Makes <c>demo-TIME</c> below <paramref name="runs"/>.</summary>
    public static RunFolder Create(string runs, TimeProvider time)
    {
        var name = time.GetLocalNow().ToString("yyyyMMdd-HHmmss");
        var folder = new RunFolder(Path.GetFullPath(Path.Combine(runs, $"demo-{name}")));
        foreach (var part in (string[])[folder.Texts, folder.Trust, folder.Broker, folder.Configuration, folder.Station, folder.RobotLogs])
        {
            Directory.CreateDirectory(part);
        }

        return folder;
    }
}
