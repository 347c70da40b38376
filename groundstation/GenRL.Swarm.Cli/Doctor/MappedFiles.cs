namespace GenRL.Swarm.Cli.Doctor;

/// <summary>The files that the loader mapped into this process (proc(5), maps): which one a library's name led to.</summary>
internal static class MappedFiles
{
    /// <summary>The full path of the first mapped file whose name begins with <paramref name="name"/>, links resolved; null where there is none.</summary>
    public static string? Find(string name) => File.ReadLines("/proc/self/maps")
        .Select(static line => line.IndexOf('/') is var start and >= 0 ? line[start..] : "")
        .FirstOrDefault(path => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal));
}
