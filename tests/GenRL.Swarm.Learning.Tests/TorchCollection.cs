namespace GenRL.Swarm.Learning.Tests;

/// <summary>Tests that draw from the process's one generator: one after the other, or seeds would mean nothing.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchCollection
{
    public const string Name = "torch";
}
