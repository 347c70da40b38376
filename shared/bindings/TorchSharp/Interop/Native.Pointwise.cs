using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Native functions: element by element.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)] internal static partial nint swt_neg(nint a);
    [LibraryImport(Library)] internal static partial nint swt_exp(nint a);
    [LibraryImport(Library)] internal static partial nint swt_log(nint a);
    [LibraryImport(Library)] internal static partial nint swt_sqrt(nint a);
    [LibraryImport(Library)] internal static partial nint swt_square(nint a);
    [LibraryImport(Library)] internal static partial nint swt_abs(nint a);
    [LibraryImport(Library)] internal static partial nint swt_sin(nint a);
    [LibraryImport(Library)] internal static partial nint swt_cos(nint a);
    [LibraryImport(Library)] internal static partial nint swt_tanh(nint a);
    [LibraryImport(Library)] internal static partial nint swt_atanh(nint a);
    [LibraryImport(Library)] internal static partial nint swt_sigmoid(nint a);
    [LibraryImport(Library)] internal static partial nint swt_relu(nint a);
    [LibraryImport(Library)] internal static partial nint swt_silu(nint a);
    [LibraryImport(Library)] internal static partial nint swt_reciprocal(nint a);
    [LibraryImport(Library)] internal static partial nint swt_floor(nint a);
    [LibraryImport(Library)] internal static partial nint swt_sign(nint a);
    [LibraryImport(Library)] internal static partial nint swt_isnan(nint a);
    [LibraryImport(Library)] internal static partial nint swt_isfinite(nint a);
    [LibraryImport(Library)] internal static partial nint swt_logical_not(nint a);
    [LibraryImport(Library)] internal static partial nint swt_alias(nint a);
    [LibraryImport(Library)] internal static partial nint swt_round(nint a, long decimals);
    [LibraryImport(Library)] internal static partial nint swt_softplus(nint a, double beta, double threshold);
    [LibraryImport(Library)] internal static partial nint swt_clamp(nint a, NativeNumber min, NativeNumber max);
    [LibraryImport(Library)] internal static partial nint swt_mul(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_div(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_pow(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_matmul(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_mm(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_bmm(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_maximum(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_minimum(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_remainder(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_eq(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_ne(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_lt(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_le(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_gt(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_ge(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_bitwise_and(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_bitwise_or(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_atan2(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_add(nint a, nint b, NativeNumber alpha);
    [LibraryImport(Library)] internal static partial nint swt_sub(nint a, nint b);
    [LibraryImport(Library)] internal static partial nint swt_add_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_sub_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_rsub_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_mul_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_div_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_pow_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_remainder_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_eq_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_ne_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_lt_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_le_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_gt_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_ge_s(nint a, NativeNumber b);
    [LibraryImport(Library)] internal static partial nint swt_rdiv_s(nint a, NativeNumber b);
}
