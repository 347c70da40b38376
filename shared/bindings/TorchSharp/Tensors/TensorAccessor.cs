using System.Collections;
using static TorchSharp.Native;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a tensor in row-major order. Borrows the tensor.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly torch.Tensor _tensor;

    internal TensorAccessor(torch.Tensor tensor) => _tensor = tensor;

    public long Count => _tensor.NumberOfElements;

    /// <summary>One element; the index is checked.</summary>
    public unsafe T this[params long[] indices]
    {
        get => *At(indices);
        set => *At(indices) = value;
    }

    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result.AsSpan());
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>
    /// Copies the elements from <paramref name="tensorIndex"/> on to <paramref name="array"/>, from <paramref name="arrayIndex"/> on.
    /// </summary>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array.Slice(arrayIndex, checked((int)(Count - tensorIndex)));
        if (tensorIndex == 0)
        {
            fixed (T* pointer = target)
            {
                Check(swt_copy_out(_tensor.Handle, pointer, (long)target.Length * sizeof(T)), _tensor);
            }

            return;
        }

        var all = ToArray();
        all.AsSpan(checked((int)tensorIndex)).CopyTo(target);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>
    /// Overwrites the elements from <paramref name="tensorIndex"/> on with <paramref name="array"/>, from <paramref
    /// name="arrayIndex"/> on.
    /// </summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = checked((int)(Count - tensorIndex));
        var source = array[arrayIndex..];
        if (source.Length < count || tensorIndex != 0)
        {
            var all = ToArray();
            source[..Math.Min(source.Length, count)].CopyTo(all.AsSpan(checked((int)tensorIndex)));
            source = all;
            count = all.Length;
        }

        fixed (T* pointer = source)
        {
            Check(swt_copy_in(_tensor.Handle, pointer, (long)count * sizeof(T)), _tensor);
        }
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to free: the tensor is borrowed.</summary>
    public void Dispose()
    {
    }

    private unsafe T* At(long[] indices)
    {
        var sizes = _tensor.size();
        var strides = _tensor.stride();
        if (indices.Length != sizes.Length)
        {
            throw new ArgumentException($"{indices.Length} indices for a tensor of {sizes.Length} dimensions.", nameof(indices));
        }

        var offset = 0L;
        for (var i = 0; i < sizes.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[i], nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[i], sizes[i], nameof(indices));
            offset += indices[i] * strides[i];
        }

        return (T*)swt_data(_tensor.Handle) + offset;
    }
}
