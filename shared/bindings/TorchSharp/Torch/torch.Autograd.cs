using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Runs without recording gradients until disposed, on this thread.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => swt_is_grad_enabled() != 0;

    /// <summary>As <see cref="no_grad"/>, and without version counting: tensors made inside cannot enter a graph later.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Gradients as values.</summary>
    public static class autograd
    {
        /// <summary>
        /// The gradients of the outputs, each weighted by its entry of <paramref name="grad_outputs"/>, with respect to the inputs.
        /// </summary>
        public static unsafe IList<Tensor?> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            var result = new nint[inputs.Count];
            fixed (nint* o = Handles([.. outputs]), i = Handles([.. inputs]), g = Handles([.. grad_outputs ?? []]), r = result)
            {
                Check(swt_autograd_grad(
                    o, outputs.Count, i, inputs.Count, g, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, r));
            }

            GC.KeepAlive((outputs, inputs, grad_outputs));
            return Array.ConvertAll(result, handle => handle == 0 ? null : new Tensor(handle));
        }
    }

    private sealed class GradMode(bool enabled) : IDisposable
    {
        private readonly int _before = Check(swt_set_grad_enabled(enabled ? 1 : 0));

        public void Dispose() => Check(swt_set_grad_enabled(_before));
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint _guard = swt_inference_mode(enabled ? 1 : 0);

        public void Dispose()
        {
            swt_inference_mode_end(_guard);
            _guard = 0;
        }
    }
}
