using System.CommandLine;

namespace GenRL.Swarm.Cli.Sim.Terminal;

/// <summary>Paths that will be written to, looked at before a long run instead of after it.</summary>
internal static class OutputPath
{
    /// <summary>Nothing, if <paramref name="option"/> is not given or a file can be put there.</summary>
    /// <exception cref="IOException">Its folder is not there, or it is a folder itself; the message names the option.</exception>
    public static void RequireFolder(ParseResult parsed, Option<FileInfo> option)
    {
        if (parsed.GetValue(option) is not { } file)
        {
            return;
        }

        if (Directory.Exists(file.FullName))
        {
            throw new IOException($"{option.Name}: {file} is a folder");
        }

        if (file.Directory is not { Exists: true })
        {
            throw new IOException($"{option.Name}: there is no folder {file.DirectoryName}");
        }
    }
}
