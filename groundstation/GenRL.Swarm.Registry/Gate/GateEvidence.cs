namespace GenRL.Swarm.Registry.Gate;

/// <summary>Both bundles, measured alike: the same floors, the same seeds, the same held-out logs, the same machine.</summary>
/// <param name="Incumbent">What the fleet flies.</param>
/// <param name="Candidate">What it might fly.</param>
public sealed record GateEvidence(BundleEvidence Incumbent, BundleEvidence Candidate);
