using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Applies <see cref="torch.Tensor.relu"/>.</summary>
    public sealed class ReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal ReLU()
            : base(nameof(ReLU))
        {
        }

        public override torch.Tensor forward(torch.Tensor input) => input.relu();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ReLU ReLU() => new();
        }
    }
}
