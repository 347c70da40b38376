namespace GenRL.Swarm.Models;

/// <summary>How a bundle is run on this robot.</summary>
/// <param name="Candidates">Plans scored per tick, K, 16 to 256: policy samples and the fixed candidates.</param>
/// <param name="ExecutionProviders">ONNX Runtime execution providers, best first: <c>tensorrt</c>, <c>cuda</c>, <c>cpu</c>.</param>
public sealed record ModelBundleOptions(int Candidates, IReadOnlyList<string> ExecutionProviders)
{
    /// <summary>Candidates that do not come from the policy: the previous plan, go to the goal, stop.</summary>
    public const int FixedCandidates = 3;

    /// <summary>Policy samples per tick.</summary>
    public int Samples => Candidates - FixedCandidates;

    /// <summary>32 candidates on the CPU.</summary>
    public static ModelBundleOptions Default { get; } = new(32, ["cpu"]);
}
