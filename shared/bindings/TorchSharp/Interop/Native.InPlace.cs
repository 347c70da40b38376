using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Native functions: changes of the first operand.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)] internal static partial int swt_add_(nint a, nint b, NativeNumber alpha);
    [LibraryImport(Library)] internal static partial int swt_sub_(nint a, nint b);
    [LibraryImport(Library)] internal static partial int swt_mul_(nint a, nint b);
    [LibraryImport(Library)] internal static partial int swt_div_(nint a, nint b);
    [LibraryImport(Library)] internal static partial int swt_add_s_(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial int swt_sub_s_(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial int swt_mul_s_(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial int swt_div_s_(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial int swt_addcmul_(nint a, nint b, nint c, NativeNumber value);
    [LibraryImport(Library)] internal static partial int swt_addcdiv_(nint a, nint b, nint c, NativeNumber value);
    [LibraryImport(Library)] internal static partial int swt_clamp_(nint a, NativeNumber min, NativeNumber max);
    [LibraryImport(Library)] internal static partial int swt_copy_(nint a, nint b);
    [LibraryImport(Library)] internal static partial int swt_zero_(nint a);
    [LibraryImport(Library)] internal static partial int swt_fill_(nint a, NativeNumber v);
    [LibraryImport(Library)] internal static partial int swt_uniform_(nint a, double low, double high);
    [LibraryImport(Library)] internal static partial int swt_normal_(nint a, double mean, double std);
    [LibraryImport(Library)] internal static partial int swt_masked_fill_(nint a, nint mask, NativeNumber v);
}
