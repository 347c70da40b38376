using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => swt_requires_grad(Handle) != 0;
            set => requires_grad_(value);
        }

        /// <summary>The accumulated gradient: each read makes a tensor that shares it, or null when there is none.</summary>
        public Tensor? grad
        {
            get
            {
                var handle = swt_grad(Handle);
                GC.KeepAlive(this);
                return handle == 0 ? null : new(handle);
            }

            set
            {
                Check(swt_set_grad(Handle, value?.Handle ?? 0), this);
                GC.KeepAlive(value);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true) => Done(swt_requires_grad_(Handle, Flag(requires_grad)));

        public Tensor with_requires_grad(bool requires_grad = true) => alias().requires_grad_(requires_grad);

        /// <summary>Adds the gradient of this scalar to every leaf that it depends on.</summary>
        public void backward() => Check(swt_backward(Handle, 0, 0, 0), this);

        /// <summary>As <see cref="backward()"/>, weighted by one gradient, which a tensor that is no scalar needs.</summary>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false)
        {
            var gradient = grad_tensors is { Count: > 0 } ? grad_tensors[0].Handle : 0;
            Check(swt_backward(Handle, gradient, Flag(retain_graph || create_graph), Flag(create_graph)), this);
            GC.KeepAlive(grad_tensors);
        }
    }
}
