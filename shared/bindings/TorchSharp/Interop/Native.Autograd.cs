using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Native functions: gradients.</summary>
internal static unsafe partial class Native
{
    [LibraryImport(Library)] internal static partial int swt_requires_grad_(nint a, int on);
    [LibraryImport(Library)] internal static partial int swt_set_grad_enabled(int on);
    [LibraryImport(Library), SuppressGCTransition] internal static partial int swt_is_grad_enabled();
    [LibraryImport(Library)] internal static partial nint swt_inference_mode(int on);
    [LibraryImport(Library)] internal static partial void swt_inference_mode_end(nint guard);
    [LibraryImport(Library)] internal static partial nint swt_grad(nint a);
    [LibraryImport(Library)] internal static partial int swt_set_grad(nint a, nint grad);
    [LibraryImport(Library)] internal static partial int swt_backward(nint a, nint gradient, int retainGraph, int createGraph);
    [LibraryImport(Library)]
    internal static partial int swt_autograd_grad(
        nint* outputs, int m, nint* inputs, int n, nint* gradients,
        int retainGraph, int createGraph, int allowUnused, nint* result);
}
