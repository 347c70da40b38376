using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Adam (Kingma and Ba 2015); weight decay is added to the gradient.</summary>
    public sealed class Adam : OptimizerHelper
    {
        internal Adam(IEnumerable<ParamGroup> groups)
            : base(groups, decoupled: false)
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
            public static Adam Adam(
                IEnumerable<Parameter> parameters,
                double lr = 1e-3,
                double beta1 = 0.9,
                double beta2 = 0.999,
                double eps = 1e-8,
                double weight_decay = 0) =>
                new([new(parameters, lr, beta1, beta2, eps, weight_decay)]);

            public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters) => new(parameters);
        }
    }
}
