namespace GenRL.Swarm.Sim.Parity;

/// <summary>What the files of one system came to together.</summary>
/// <param name="System">The system's name; empty for files of all systems.</param>
/// <param name="Files">Their results; at least one.</param>
internal sealed record SystemResult(string System, IReadOnlyList<FileResult> Files)
{
    /// <summary>Steps of all files.</summary>
    public long Steps => Files.Sum(file => (long)file.Comparison.Steps);

    /// <summary>Values compared.</summary>
    public long Values => Files.Sum(file => file.Comparison.Values);

    /// <summary>Values injected.</summary>
    public long Injected => Files.Sum(file => file.Comparison.Injected);

    /// <summary>Files that pass.</summary>
    public int Passed => Files.Count(file => file.Failure is null);

    /// <summary>Files that pass, but store something that was not compared.</summary>
    public int InPart => Files.Count(file => file.Failure is null && file.Comparison.NotCompared.Count > 0);

    /// <summary>The tolerances that the files were held to, tightest first.</summary>
    public IReadOnlyList<Tolerance> Tolerances =>
        [.. Files.Where(file => file.Comparison.Values > 0).Select(file => file.Comparison.Tolerance).Distinct().OrderBy(t => t.FreeRun).ThenBy(t => t.OneStep)];

    /// <summary>The files' systems, in the order of their names.</summary>
    public static IReadOnlyList<SystemResult> Of(IEnumerable<FileResult> files) =>
        [.. files.GroupBy(file => file.System).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new SystemResult(group.Key, [.. group]))];

    /// <summary>Those of the files that were held to <paramref name="tolerance"/>.</summary>
    public SystemResult Within(Tolerance tolerance) =>
        new(System, [.. Files.Where(file => file.Comparison.Values > 0 && file.Comparison.Tolerance == tolerance)]);

    /// <summary>The greatest deviation of a quantity; null where none of it was compared.</summary>
    public double? Worst(Quantity quantity) => Files.Max(file => file.Worst(quantity));
}
