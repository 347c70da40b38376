using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Applies <see cref="torch.Tensor.tanh"/>.</summary>
    public sealed class Tanh : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal Tanh()
            : base(nameof(Tanh))
        {
        }

        public override torch.Tensor forward(torch.Tensor input) => input.tanh();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Tanh Tanh() => new();
        }
    }
}
