namespace GenRL.Swarm.Configuration;

/// <summary>One thing that is wrong with a configuration.</summary>
/// <param name="Source">The file, or "command line".</param>
/// <param name="Path">Where in it, such as <c>robots[1].radius_m</c>; empty for the whole.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record ConfigurationError(string Source, string Path, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"{Source}: {Reason}" : $"{Source}: {Path}: {Reason}";
}
