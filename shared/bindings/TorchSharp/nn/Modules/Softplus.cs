using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>log(1 + exp(beta x)) / beta, and x itself where beta x is above the threshold.</summary>
    public sealed class Softplus : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly double _beta;
        private readonly double _threshold;

        internal Softplus(double beta, double threshold)
            : base(nameof(Softplus))
        {
            _beta = beta;
            _threshold = threshold;
        }

        public override torch.Tensor forward(torch.Tensor input) => input.softplus(_beta, _threshold);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);
        }
    }
}
