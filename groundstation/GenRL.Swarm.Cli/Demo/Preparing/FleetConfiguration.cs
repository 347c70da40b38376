using System.Text;
using GenRL.Swarm.Cli.Processes;

namespace GenRL.Swarm.Cli.Demo.Preparing;

/// <summary>The run's own copy of the hardware configuration: <c>swarms/demo-4.yaml</c> with as many robots as are asked for, and the platforms.</summary>
internal static class FleetConfiguration
{
    private const string Template = "demo-4";

    /// <summary>Writes the copy.</summary>
    /// <returns>The swarm file.</returns>
    public static string Write(string folder, int robots)
    {
        var source = Programs.FolderAbove("hardware-configs");
        var platforms = Directory.CreateDirectory(Path.Combine(folder, "platforms")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(source, "platforms"), "*.yaml"))
        {
            File.Copy(file, Path.Combine(platforms, Path.GetFileName(file)));
        }

        var swarm = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "swarms")).FullName, $"{FleetName(robots)}.yaml");
        File.WriteAllText(swarm, WithRobots(File.ReadAllText(Path.Combine(source, "swarms", Template + ".yaml")), robots));
        return swarm;
    }

    /// <summary>The fleet's name in topics.</summary>
    public static string FleetName(int robots) => $"demo-{robots}";

    /// <summary>The template with its fleet renamed and its list of robots replaced.</summary>
    internal static string WithRobots(string template, int robots)
    {
        var text = new StringBuilder();
        foreach (var line in template.Split('\n').TakeWhile(line => line != "robots:"))
        {
            text.Append(line.StartsWith("fleet:", StringComparison.Ordinal) ? $"fleet: {FleetName(robots)}" : line).Append('\n');
        }

        text.Append("robots:\n");
        for (var i = 0; i < robots; i++)
        {
            text.Append("  - id: ").Append(i).Append('\n');
        }

        return text.ToString();
    }
}
