namespace GenRL.Swarm.Registry.Gate;

/// <summary>One criterion that a candidate missed.</summary>
/// <param name="Criterion">Its name; for prediction errors, with the name of the error.</param>
/// <param name="Candidate">The candidate's figure.</param>
/// <param name="Incumbent">The incumbent's figure.</param>
/// <param name="Allowed">What the candidate's figure had to be: at least that (success, episodes), or at most that (all others).</param>
public sealed record GateRefusal(string Criterion, double Candidate, double Incumbent, double Allowed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Criterion}: candidate {Candidate:0.####}, incumbent {Incumbent:0.####}, allowed {Allowed:0.####}";
}
