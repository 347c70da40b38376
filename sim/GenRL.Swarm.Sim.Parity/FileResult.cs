namespace GenRL.Swarm.Sim.Parity;

/// <summary>What one file's run came to.</summary>
/// <param name="File">Its path below the folder.</param>
/// <param name="System">The system that its text names; "?" where it names none.</param>
/// <param name="Comparison">What was compared until the end, or until the failure that stopped it.</param>
/// <param name="Failure">Why it fails, in words; null where it passes.</param>
internal sealed record FileResult(string File, string System, Comparison Comparison, string? Failure)
{
    /// <summary>The system of files that name none.</summary>
    public const string Unnamed = "?";

    /// <summary>The greatest deviation of a quantity; null where none of it was compared.</summary>
    public double? Worst(Quantity quantity) =>
        Comparison.Compared(quantity) > 0 || Comparison.Worst(quantity) > 0d ? Comparison.Worst(quantity) : null;
}
