namespace GenRL.Swarm.Cli.Processes;

/// <summary>Finds the product's other programs, which are built beside this one: <c>bin/PROJECT/CONFIGURATION/NAME.dll</c>.</summary>
internal static class Programs
{
    /// <summary>The command that runs a program, without its arguments.</summary>
    /// <param name="project">Its project.</param>
    /// <param name="assembly">Its assembly's name.</param>
    /// <exception cref="FileNotFoundException">It has not been built.</exception>
    public static IReadOnlyList<string> Command(string project, string assembly)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, assembly + ".dll");
        return File.Exists(path) ? [DotNet, path] : throw new FileNotFoundException($"{assembly} has not been built: run './swarm setup'", path);
    }

    /// <summary>The folder of the repository or installation that holds <paramref name="name"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none above this program.</exception>
    public static string FolderAbove(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, name)))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        throw new DirectoryNotFoundException($"there is no folder {name} above {AppContext.BaseDirectory}");
    }

    private static string DotNet => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
}
