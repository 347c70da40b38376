using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Native functions: layers and losses.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)] internal static partial nint swt_linear(nint x, nint w, nint b);
    [LibraryImport(Library)] internal static partial nint swt_layer_norm(nint x, long* s, int n, nint w, nint b, double eps);
    [LibraryImport(Library)] internal static partial nint swt_gru_cell(nint x, nint h, nint wIh, nint wHh, nint bIh, nint bHh);
    [LibraryImport(Library)] internal static partial nint swt_softmax(nint a, long dim);
    [LibraryImport(Library)] internal static partial nint swt_log_softmax(nint a, long dim);
    [LibraryImport(Library)] internal static partial nint swt_one_hot(nint a, long classes);
    [LibraryImport(Library)] internal static partial nint swt_pad(nint a, long* s, int n, double value);
    [LibraryImport(Library)] internal static partial nint swt_mse_loss(nint x, nint y, long reduction);
    [LibraryImport(Library)] internal static partial nint swt_l1_loss(nint x, nint y, long reduction);
    [LibraryImport(Library)] internal static partial nint swt_huber_loss(nint x, nint y, long reduction, double delta);
    [LibraryImport(Library)] internal static partial nint swt_smooth_l1_loss(nint x, nint y, long reduction, double beta);
    [LibraryImport(Library)] internal static partial nint swt_kl_div(nint x, nint y, long reduction, int logTarget);
    [LibraryImport(Library)] internal static partial nint swt_bce_with_logits(nint x, nint y, nint weight, nint posWeight, long reduction);
    [LibraryImport(Library)]
    internal static partial nint swt_cross_entropy(
        nint x, nint y, nint weight,
        long reduction, long ignoreIndex, double smoothing);
}
