using System.CommandLine;

namespace GenRL.Swarm.Cli.Sim.Terminal;

/// <summary>Paths that will be written to, looked at before a long run instead of after it.</summary>
internal static class OutputPath
{
    /// <summary>Nothing, if <paramref name="option"/> is not given or a file can be put there.</summary>
    /// <exception cref="IOException">Its folder is not there, or it is a folder itself; the message names the option.</exception>
    public static void RequireFile(ParseResult parsed, Option<FileInfo> option)
    {
        if (parsed.GetValue(option) is { } file)
        {
            if (Directory.Exists(file.FullName))
            {
                throw new IOException($"{option.Name}: {file} is a folder");
            }

            RequireFolder(option.Name, file.FullName);
        }
    }

    /// <summary>Nothing, if the folder that <paramref name="path"/> lies in is there.</summary>
    /// <exception cref="IOException">It is not; the message names the option.</exception>
    public static void RequireFolder(string option, string path)
    {
        var folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (!Directory.Exists(folder))
        {
            throw new IOException($"{option}: there is no folder {folder}");
        }
    }
}
