using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Native functions: reductions and sorting.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)] internal static partial nint swt_sum(nint a);
    [LibraryImport(Library)] internal static partial nint swt_mean(nint a);
    [LibraryImport(Library)] internal static partial nint swt_std(nint a, int unbiased);
    [LibraryImport(Library)] internal static partial nint swt_var(nint a, int unbiased);
    [LibraryImport(Library)] internal static partial nint swt_max(nint a);
    [LibraryImport(Library)] internal static partial nint swt_min(nint a);
    [LibraryImport(Library)] internal static partial nint swt_all(nint a);
    [LibraryImport(Library)] internal static partial nint swt_any(nint a);
    [LibraryImport(Library)] internal static partial nint swt_all_dim(nint a, long dim, int keep);
    [LibraryImport(Library)] internal static partial nint swt_any_dim(nint a, long dim, int keep);
    [LibraryImport(Library)] internal static partial nint swt_argmax(nint a);
    [LibraryImport(Library)] internal static partial nint swt_argmin(nint a);
    [LibraryImport(Library)] internal static partial nint swt_argmax_dim(nint a, long dim, int keep);
    [LibraryImport(Library)] internal static partial nint swt_argmin_dim(nint a, long dim, int keep);
    [LibraryImport(Library)] internal static partial nint swt_sum_dim(nint a, long* d, int n, int keep);
    [LibraryImport(Library)] internal static partial nint swt_mean_dim(nint a, long* d, int n, int keep);
    [LibraryImport(Library)] internal static partial nint swt_std_dim(nint a, long* d, int n, int unbiased, int keep);
    [LibraryImport(Library)] internal static partial nint swt_var_dim(nint a, long* d, int n, int unbiased, int keep);
    [LibraryImport(Library)] internal static partial nint swt_amax(nint a, long* d, int n, int keep);
    [LibraryImport(Library)] internal static partial nint swt_amin(nint a, long* d, int n, int keep);
    [LibraryImport(Library)] internal static partial nint swt_norm(nint a, double p);
    [LibraryImport(Library)] internal static partial nint swt_norm_dim(nint a, double p, long dim, int keep);
    [LibraryImport(Library)] internal static partial nint swt_logsumexp(nint a, long dim, int keep);
    [LibraryImport(Library)] internal static partial nint swt_cumsum(nint a, long dim);
    [LibraryImport(Library)] internal static partial int swt_max_dim(nint a, long dim, int keep, nint* @out);
    [LibraryImport(Library)] internal static partial int swt_min_dim(nint a, long dim, int keep, nint* @out);
    [LibraryImport(Library)] internal static partial int swt_topk(nint a, long k, long dim, int largest, int sorted, nint* @out);
    [LibraryImport(Library)] internal static partial int swt_sort(nint a, long dim, int descending, int stable, nint* @out);
}
