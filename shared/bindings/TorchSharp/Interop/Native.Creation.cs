using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Native functions: new tensors.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)] internal static partial nint swt_zeros(long* s, int n, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_ones(long* s, int n, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_empty(long* s, int n, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_full(long* s, int n, NativeNumber v, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_rand(long* s, int n, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_randn(long* s, int n, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_randint(long low, long high, long* s, int n, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_randperm(long n, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_arange(NativeNumber start, NativeNumber stop, NativeNumber step, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_linspace(double start, double stop, long steps, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_eye(long rows, long columns, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_from_data(void* data, long* s, int n, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_zeros_like(nint a, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_ones_like(nint a, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_empty_like(nint a, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_full_like(nint a, NativeNumber v, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_rand_like(nint a, sbyte dtype);
    [LibraryImport(Library)] internal static partial nint swt_randn_like(nint a, sbyte dtype);
}
