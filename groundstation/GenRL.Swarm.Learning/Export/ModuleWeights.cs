using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Export;

/// <summary>Takes a module's weights out of torch.</summary>
public static class ModuleWeights
{
    /// <summary>A copy of every weight of <paramref name="module"/>, by state_dict key.</summary>
    public static Weights Of(nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var scope = NewDisposeScope();
        return new Weights(module.state_dict().ToDictionary(
            entry => entry.Key,
            entry => (entry.Value.shape, entry.Value.detach().contiguous().data<float>().ToArray())));
    }
}
