using static TorchSharp.Native;

namespace TorchSharp;

/// <summary>How <see cref="torch.nn.functional.pad"/> fills; this binding knows the constant.</summary>
public enum PaddingModes
{
    Constant = 4,
}

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers and losses as functions.</summary>
        public static unsafe partial class functional
        {
            public static Tensor relu(Tensor x) => x.relu();

            public static Tensor silu(Tensor x) => x.silu();

            public static Tensor tanh(Tensor x) => x.tanh();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            public static Tensor softmax(Tensor input, long dim) => input.softmax(dim);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                var result = Own(swt_linear(input.Handle, weights.Handle, bias?.Handle ?? 0), input, weights);
                GC.KeepAlive(bias);
                return result;
            }

            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                fixed (long* pointer = normalized_shape)
                {
                    var result = Own(
                        swt_layer_norm(input.Handle, pointer, normalized_shape.Length, weight?.Handle ?? 0, bias?.Handle ?? 0, eps), input, weight);
                    GC.KeepAlive(bias);
                    return result;
                }
            }

            /// <summary>Class numbers as rows of zeros and a one; -1 takes the largest class + 1.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Own(swt_one_hot(x.Handle, num_classes), x);

            /// <summary>Pads with a constant: pairs (before, after), the last dimension first.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                fixed (long* pointer = pad)
                {
                    return Own(swt_pad(input.Handle, pointer, pad.Length, value), input);
                }
            }
        }
    }
}
