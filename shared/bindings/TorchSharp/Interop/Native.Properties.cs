using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Native functions: shape, type, storage.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library), SuppressGCTransition] internal static partial int swt_dim(nint a);
    [LibraryImport(Library), SuppressGCTransition] internal static partial long swt_numel(nint a);
    [LibraryImport(Library), SuppressGCTransition] internal static partial sbyte swt_dtype(nint a);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int swt_is_contiguous(nint a);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int swt_requires_grad(nint a);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int swt_is_leaf(nint a);
    [LibraryImport(Library), SuppressGCTransition] internal static partial void swt_sizes(nint a, long* @out);
    [LibraryImport(Library), SuppressGCTransition] internal static partial void swt_strides(nint a, long* @out);
    [LibraryImport(Library)] internal static partial long swt_size(nint a, long dim);
    [LibraryImport(Library)] internal static partial nint swt_data(nint a);
    [LibraryImport(Library)] internal static partial int swt_copy_out(nint a, void* to, long bytes);
    [LibraryImport(Library)] internal static partial int swt_copy_in(nint a, void* from, long bytes);
    [LibraryImport(Library)] internal static partial int swt_item_double(nint a, double* @out);
    [LibraryImport(Library)] internal static partial int swt_item_int64(nint a, long* @out);
    [LibraryImport(Library)] internal static partial int swt_equal(nint a, nint b);
}
