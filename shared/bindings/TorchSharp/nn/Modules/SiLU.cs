using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Applies <see cref="torch.Tensor.silu"/>.</summary>
    public sealed class SiLU : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal SiLU()
            : base(nameof(SiLU))
        {
        }

        public override torch.Tensor forward(torch.Tensor input) => input.silu();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static SiLU SiLU() => new();
        }
    }
}
