using System.Buffers;

namespace TorchSharp;

/// <summary>
/// Owns every tensor made on its thread while it is the innermost scope, and frees them in one native call. One training step is one scope.
/// Belongs to the thread that made it: no await inside.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? _current;

    private readonly List<torch.Tensor?> _tensors = new(256);
    private bool _disposed;

    internal DisposeScope()
    {
        Outer = _current;
        _current = this;
    }

    internal static DisposeScope? Current => _current;

    internal DisposeScope? Outer { get; }

    /// <summary>How many tensors this scope would free now.</summary>
    public int DisposablesCount => _tensors.Count(tensor => tensor is not null);

    /// <inheritdoc cref="torch.Tensor.MoveToOuterDisposeScope"/>
    public T MoveToOuter<T>(T disposable) where T : torch.Tensor => (T)disposable.MoveToOuterDisposeScope();

    /// <inheritdoc cref="torch.Tensor.DetachFromDisposeScope"/>
    public T Detach<T>(T disposable) where T : torch.Tensor => (T)disposable.DetachFromDisposeScope();

    public unsafe void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (ReferenceEquals(_current, this))
        {
            _current = Outer;
        }

        var handles = ArrayPool<nint>.Shared.Rent(_tensors.Count);
        var count = 0;
        foreach (var tensor in _tensors)
        {
            if (tensor is not null)
            {
                tensor.Scope = null;
                handles[count++] = tensor.ReleaseHandle();
#pragma warning disable CA1816 // because the scope disposes the tensor here, one of many, in its stead
                GC.SuppressFinalize(tensor);
#pragma warning restore CA1816
            }
        }

        fixed (nint* pointer = handles)
        {
            Native.swt_free_many(pointer, count);
        }

        _tensors.Clear();
        ArrayPool<nint>.Shared.Return(handles);
    }

    internal void Add(torch.Tensor tensor)
    {
        tensor.Scope = this;
        tensor.Slot = _tensors.Count;
        _tensors.Add(tensor);
    }

    internal void Remove(torch.Tensor tensor)
    {
        _tensors[tensor.Slot] = null;
        tensor.Scope = null;
    }
}
