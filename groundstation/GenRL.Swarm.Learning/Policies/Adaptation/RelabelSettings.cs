namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>How logged states are labelled anew. The defaults are those that adaptation was measured with.</summary>
public sealed record RelabelSettings
{
    /// <summary>Every how many-th logged state is labelled. Default 2: a minute of four robots gives about 1 000.</summary>
    public int Every { get; init; } = 2;

    /// <summary>First tick of a track that is labelled; the model's memory needs the ticks before. Default 10, at least 1.</summary>
    public int FirstTick { get; init; } = 10;

    /// <summary>Candidate plans per iteration, K. Default 64.</summary>
    public int Candidates { get; init; } = 64;

    /// <summary>Iterations. Default 3.</summary>
    public int Iterations { get; init; } = 3;

    /// <summary>States that are searched at once. Default 128: the tensors stay in the cache.</summary>
    public int Batch { get; init; } = 128;
}
