using TorchSharp.Modules;
using static TorchSharp.Native;

namespace TorchSharp.Modules
{
    /// <summary>
    /// One step of a gated recurrent unit (Cho et al. 2014); gates in PyTorch's order reset, update, new. All weights start uniform
    /// within 1 / sqrt(hidden).
    /// </summary>
    public sealed class GRUCell : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        private readonly long _hidden;

        internal GRUCell(long input, long hidden, bool hasBias, torch.ScalarType? dtype)
            : base(nameof(GRUCell))
        {
            _hidden = hidden;
            var bound = 1 / Math.Sqrt(hidden);
            weight_ih = torch.nn.init.NewUniform(bound, dtype, 3 * hidden, input);
            weight_hh = torch.nn.init.NewUniform(bound, dtype, 3 * hidden, hidden);
            register_parameter(nameof(weight_ih), weight_ih);
            register_parameter(nameof(weight_hh), weight_hh);
            if (hasBias)
            {
                bias_ih = torch.nn.init.NewUniform(bound, dtype, 3 * hidden);
                bias_hh = torch.nn.init.NewUniform(bound, dtype, 3 * hidden);
                register_parameter(nameof(bias_ih), bias_ih);
                register_parameter(nameof(bias_hh), bias_hh);
            }
        }

        public Parameter weight_ih { get; }

        public Parameter weight_hh { get; }

        public Parameter? bias_ih { get; }

        public Parameter? bias_hh { get; }

        /// <summary>The next hidden state [batch, hidden]; without <paramref name="h0"/> from zeros.</summary>
#pragma warning disable MA0061 // because TorchSharp's own override has this default
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor? h0 = null)
#pragma warning restore MA0061
        {
            var h = h0 ?? torch.zeros(input.size(0), _hidden, dtype: input.dtype);
            return Own(
                swt_gru_cell(input.Handle, h.Handle, weight_ih.Handle, weight_hh.Handle, bias_ih?.Handle ?? 0, bias_hh?.Handle ?? 0),
                input,
                h);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static GRUCell GRUCell(
                long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, dtype);
        }
    }
}
