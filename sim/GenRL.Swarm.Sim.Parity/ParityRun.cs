namespace GenRL.Swarm.Sim.Parity;

/// <summary>A run of every trajectory file of a folder, and what it came to. Immutable.</summary>
public sealed class ParityRun
{
    private static readonly EnumerationOptions EveryFile = new()
    {
        RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None, MatchCasing = MatchCasing.CaseSensitive,
    };

    private ParityRun(string folder, IReadOnlyList<FileResult> files) => (Folder, Files) = (folder, files);

    /// <summary>Whether there was at least one file, and all passed.</summary>
    public bool Passed => Files.Count > 0 && Files.All(file => file.Failure is null);

    /// <summary>The folder, as it was named.</summary>
    internal string Folder { get; }

    /// <summary>Every file's result, in the order of their paths.</summary>
    internal IReadOnlyList<FileResult> Files { get; }

    /// <summary>Runs every <c>*.json</c> in <paramref name="folder"/> and in the folders below it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="progress">Told before each file how many are done, how many there are, and the file's path.</param>
    /// <param name="cancellationToken">Heeded between files.</param>
    /// <exception cref="IOException">The folder is not there or cannot be listed.</exception>
    public static ParityRun Of(string folder, Action<int, int, string> progress, CancellationToken cancellationToken) =>
        Of(folder, GoldenSystems.All, progress, cancellationToken);

    /// <inheritdoc cref="Of(string, Action{int, int, string}, CancellationToken)"/>
    internal static ParityRun Of(
        string folder, IReadOnlyList<IGoldenSystem> systems, Action<int, int, string> progress, CancellationToken cancellationToken)
    {
        var names = Directory.EnumerateFiles(folder, "*.json", EveryFile).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal).ToList();
        var run = new FileRun(systems);
        var results = new List<FileResult>(names.Count);
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress(results.Count, names.Count, name);
            results.Add(run.Run(folder, name));
        }

        return new ParityRun(folder, results);
    }

    /// <summary>Writes the table of systems, what no rule gives, and every file that fails with its first failing value.</summary>
    public void Write(TextWriter output) => ParityReport.Write(this, output);

    /// <summary>The same figures for each file, JSON in UTF-8.</summary>
    public byte[] ToJson() => ParityJson.Write(this);
}
