using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Native functions: views, selection, joining.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)] internal static partial nint swt_clone(nint a);
    [LibraryImport(Library)] internal static partial nint swt_detach(nint a);
    [LibraryImport(Library)] internal static partial nint swt_contiguous(nint a);
    [LibraryImport(Library)] internal static partial nint swt_to(nint a, sbyte dtype, int copy);
    [LibraryImport(Library)] internal static partial nint swt_view(nint a, long* s, int n);
    [LibraryImport(Library)] internal static partial nint swt_reshape(nint a, long* s, int n);
    [LibraryImport(Library)] internal static partial nint swt_expand(nint a, long* s, int n);
    [LibraryImport(Library)] internal static partial nint swt_permute(nint a, long* s, int n);
    [LibraryImport(Library)] internal static partial nint swt_repeat(nint a, long* s, int n);
    [LibraryImport(Library)] internal static partial nint swt_flip(nint a, long* s, int n);
    [LibraryImport(Library)] internal static partial nint swt_flatten(nint a, long start, long end);
    [LibraryImport(Library)] internal static partial nint swt_squeeze(nint a);
    [LibraryImport(Library)] internal static partial nint swt_squeeze_dim(nint a, long dim);
    [LibraryImport(Library)] internal static partial nint swt_unsqueeze(nint a, long dim);
    [LibraryImport(Library)] internal static partial nint swt_transpose(nint a, long dim0, long dim1);
    [LibraryImport(Library)] internal static partial nint swt_t(nint a);
    [LibraryImport(Library)] internal static partial nint swt_narrow(nint a, long dim, long start, long length);
    [LibraryImport(Library)] internal static partial nint swt_select(nint a, long dim, long index);
    [LibraryImport(Library)] internal static partial nint swt_slice(nint a, long dim, long start, long finish, long step);
    [LibraryImport(Library)] internal static partial int swt_chunk(nint a, long chunks, long dim, nint* @out, int capacity);
    [LibraryImport(Library)] internal static partial int swt_split(nint a, long* sizes, int n, long dim, nint* @out);
    [LibraryImport(Library)] internal static partial nint swt_index_select(nint a, long dim, nint index);
    [LibraryImport(Library)] internal static partial nint swt_gather(nint a, long dim, nint index);
    [LibraryImport(Library)] internal static partial nint swt_where(nint condition, nint x, nint y);
    [LibraryImport(Library)] internal static partial nint swt_masked_fill(nint a, nint mask, NativeNumber v);
    [LibraryImport(Library)] internal static partial nint swt_cat(nint* handles, int n, long dim);
    [LibraryImport(Library)] internal static partial nint swt_stack(nint* handles, int n, long dim);
    [LibraryImport(Library)] internal static partial nint swt_index(nint a, long* spec, nint* indexTensors, int n);
    [LibraryImport(Library)] internal static partial int swt_index_put_(nint a, long* spec, nint* indexTensors, int n, nint value);
}
