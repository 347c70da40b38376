using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Native functions: optimiser steps over all parameters.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)] internal static partial int swt_zero_grad(nint* p, int n, int setToNone);
    [LibraryImport(Library)]
    internal static partial int swt_clip_grad_norm_(
        nint* p, int n, double maxNorm,
        double normType, double* total);
    [LibraryImport(Library)]
    internal static partial int swt_adam_step(
        nint* p, nint* mean, nint* square, long* steps, int n, double lr,
        double beta1, double beta2, double eps, double weightDecay, int decoupled);
}
