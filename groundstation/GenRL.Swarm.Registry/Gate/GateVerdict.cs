namespace GenRL.Swarm.Registry.Gate;

/// <summary>What the gate made of the evidence.</summary>
/// <param name="Refusals">Every criterion that the candidate missed.</param>
public sealed record GateVerdict(IReadOnlyList<GateRefusal> Refusals)
{
    /// <summary>Whether the candidate may be signed.</summary>
    public bool Passed => Refusals.Count == 0;

    /// <inheritdoc/>
    public override string ToString() => Passed ? "passed" : string.Join("; ", Refusals);
}
