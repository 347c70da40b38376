namespace TorchSharp.Modules;

/// <summary>A tensor that a module owns and an optimiser trains. Lives outside every <see cref="DisposeScope"/>.</summary>
public sealed class Parameter : torch.Tensor
{
    /// <summary>Takes the native tensor over from <paramref name="data"/>, which is empty afterwards.</summary>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(Take(data))
    {
        DetachFromDisposeScope();
        this.requires_grad = requires_grad;
    }

    private static nint Take(torch.Tensor data)
    {
        var handle = data.Handle;
        data.ReleaseHandle();
        data.Dispose();
        return handle;
    }
}
