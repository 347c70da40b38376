namespace GenRL.Swarm.Models.Contract;

/// <summary>
/// What the graphs gave when they were exported, for inputs that any robot can draw again from <paramref name="Seed"/>: <c>golden.json</c>.
/// A robot whose runtime gives anything else does not switch to the bundle.
/// </summary>
/// <param name="Seed">Seed of the inputs.</param>
/// <param name="Graphs">Per graph, per output: little-endian float32 values in base 64.</param>
public sealed record GoldenOutputs(ulong Seed, IReadOnlyDictionary<string, IReadOnlyDictionary<string, byte[]>> Graphs)
{
    /// <summary>File name in a bundle.</summary>
    public const string FileName = "golden.json";
}
