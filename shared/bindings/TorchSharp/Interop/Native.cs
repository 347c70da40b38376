using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp;

/// <summary>
/// The C ABI of native/swarm_torch.cpp. A returned handle is owned by the caller; handles and pointers passed in are borrowed for the call.
/// A null handle or -1 means that the call failed and <see cref="LastError"/> says why.
/// </summary>
internal static unsafe partial class Native
{
    internal const string Library = "swarm_torch";

    [LibraryImport(Library)] private static partial byte* swt_last_error();
    [LibraryImport(Library)] internal static partial byte* swt_version();
    [LibraryImport(Library)] internal static partial long swt_live();
    [LibraryImport(Library)] internal static partial void swt_free(nint tensor);
    [LibraryImport(Library)] internal static partial void swt_free_many(nint* tensors, int count);
    [LibraryImport(Library)] internal static partial int swt_set_num_threads(int count);
    [LibraryImport(Library)] internal static partial int swt_get_num_threads();
    [LibraryImport(Library)] internal static partial int swt_manual_seed(long seed);
    [LibraryImport(Library)] internal static partial nint swt_get_rng_state();
    [LibraryImport(Library)] internal static partial int swt_set_rng_state(nint state);

    /// <summary>
    /// Takes ownership of a returned handle; the operand is kept alive until here, or its finalizer could free it during the call.
    /// </summary>
    /// <exception cref="ExternalException">The native call failed.</exception>
    internal static torch.Tensor Own(nint handle, object? operand = null)
    {
        GC.KeepAlive(operand);
        return handle == 0 ? throw LastError() : new torch.Tensor(handle);
    }

    /// <inheritdoc cref="Own(nint, object?)"/>
    internal static torch.Tensor Own(nint handle, object? first, object? second)
    {
        GC.KeepAlive(first);
        return Own(handle, second);
    }

    /// <summary>Takes ownership of <paramref name="count"/> handles that the native side wrote; -1 means failure.</summary>
    internal static torch.Tensor[] Own(ReadOnlySpan<nint> handles, int count, object operand)
    {
        Check(count, operand);
        var result = new torch.Tensor[count];
        for (var i = 0; i < count; i++)
        {
            result[i] = new torch.Tensor(handles[i]);
        }

        return result;
    }

    internal static int Check(int result, object? operand = null)
    {
        GC.KeepAlive(operand);
        return result < 0 ? throw LastError() : result;
    }

    internal static ExternalException LastError() => new(Marshal.PtrToStringUTF8((nint)swt_last_error()));

    /// <summary>Handles of the tensors, for the native side to borrow; the caller keeps <paramref name="tensors"/> alive.</summary>
    internal static nint[] Handles(IReadOnlyList<torch.Tensor> tensors)
    {
        var handles = new nint[tensors.Count];
        for (var i = 0; i < handles.Length; i++)
        {
            handles[i] = tensors[i].Handle;
        }

        return handles;
    }
}
