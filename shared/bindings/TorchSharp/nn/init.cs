using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);

        /// <summary>Filling parameters in place, without recording gradients.</summary>
        public static class init
        {
            public static Tensor zeros_(Tensor tensor) => Fill(tensor, t => t.zero_());

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, t => t.fill_(val));

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1) => Fill(tensor, t => t.uniform_(low, high));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1) => Fill(tensor, t => t.normal_(mean, std));

            internal static Parameter NewUniform(double bound, ScalarType? dtype, params long[] shape) =>
                new(empty(shape, dtype).uniform_(-bound, bound));

            private static Tensor Fill(Tensor tensor, Func<Tensor, Tensor> fill)
            {
                using var mode = no_grad();
                return fill(tensor);
            }
        }
    }
}
