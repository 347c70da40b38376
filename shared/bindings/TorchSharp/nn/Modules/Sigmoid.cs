using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Applies <see cref="torch.Tensor.sigmoid"/>.</summary>
    public sealed class Sigmoid : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal Sigmoid()
            : base(nameof(Sigmoid))
        {
        }

        public override torch.Tensor forward(torch.Tensor input) => input.sigmoid();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Sigmoid Sigmoid() => new();
        }
    }
}
