namespace GenRL.Swarm.Onboard.Process.Tests.Control;

/// <summary>Tests that run while no other does: what they measure, other tests' garbage disturbs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
