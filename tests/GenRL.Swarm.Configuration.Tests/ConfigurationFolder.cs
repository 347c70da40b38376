namespace GenRL.Swarm.Configuration.Tests;

/// <summary>A temporary hardware-configs folder: the checked-in platforms, and the demo's swarm file with lines replaced or added.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("swarm-configuration-");

    /// <summary>Top-level keys in <paramref name="changes"/> (flow style, one a line) replace the demo's.</summary>
    public ConfigurationFolder(string changes)
    {
        var kept = new List<string>();
        var replaced = changes.Split('\n').Select(line => line.Split(':')[0]).ToHashSet();
        var keep = true;
        foreach (var line in File.ReadAllLines(Repository.Demo))
        {
            keep = line.StartsWith(' ') ? keep : !replaced.Contains(line.Split(':')[0]);
            if (keep)
            {
                kept.Add(line);
            }
        }

        Write(string.Join('\n', kept) + "\n" + changes + "\n");
    }

    public string Swarm => Path.Combine(_folder.FullName, "swarms", "test.yaml");

    public void Write(string text)
    {
        foreach (var name in (string[])["swarms", "platforms"])
        {
            _folder.CreateSubdirectory(name);
        }

        foreach (var platform in Directory.GetFiles(Path.Combine(Repository.HardwareConfigs, "platforms")))
        {
            File.Copy(platform, Path.Combine(_folder.FullName, "platforms", Path.GetFileName(platform)), overwrite: true);
        }

        File.WriteAllText(Swarm, text);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
