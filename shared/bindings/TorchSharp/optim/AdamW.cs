using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019).</summary>
    public sealed class AdamW : OptimizerHelper
    {
        internal AdamW(IEnumerable<ParamGroup> groups)
            : base(groups, decoupled: true)
        {
        }

        /// <summary>Parameters with settings of their own.</summary>
        public sealed class ParamGroup : Modules.ParamGroup
        {
            public ParamGroup(
                IEnumerable<Parameter> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0)
                : base(parameters, lr, beta1, beta2, eps, weight_decay)
            {
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static AdamW AdamW(
                IEnumerable<Parameter> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0) =>
                new([new(parameters, lr, beta1, beta2, eps, weight_decay)]);

            public static AdamW AdamW(IEnumerable<AdamW.ParamGroup> parameters) => new(parameters);
        }
    }
}
