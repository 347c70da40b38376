using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor neg() => Own(swt_neg(Handle), this);

        public Tensor exp() => Own(swt_exp(Handle), this);

        public Tensor log() => Own(swt_log(Handle), this);

        public Tensor sqrt() => Own(swt_sqrt(Handle), this);

        public Tensor square() => Own(swt_square(Handle), this);

        public Tensor abs() => Own(swt_abs(Handle), this);

        public Tensor sin() => Own(swt_sin(Handle), this);

        public Tensor cos() => Own(swt_cos(Handle), this);

        public Tensor tanh() => Own(swt_tanh(Handle), this);

        public Tensor atanh() => Own(swt_atanh(Handle), this);

        public Tensor sigmoid() => Own(swt_sigmoid(Handle), this);

        public Tensor relu() => Own(swt_relu(Handle), this);

        public Tensor silu() => Own(swt_silu(Handle), this);

        public Tensor reciprocal() => Own(swt_reciprocal(Handle), this);

        public Tensor floor() => Own(swt_floor(Handle), this);

        public Tensor sign() => Own(swt_sign(Handle), this);

        public Tensor round(long decimals = 0) => Own(swt_round(Handle, decimals), this);

        public Tensor softplus(double beta = 1, double threshold = 20) => Own(swt_softplus(Handle, beta, threshold), this);

        public Tensor softmax(long dim) => Own(swt_softmax(Handle, dim), this);

        public Tensor log_softmax(long dim) => Own(swt_log_softmax(Handle, dim), this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) =>
            Own(swt_clamp(Handle, Scalar.ValueOf(min), Scalar.ValueOf(max)), this);

        public Tensor clamp_min(Scalar min) => clamp(min);

        public Tensor clamp_max(Scalar max) => clamp(null, max);

        public Tensor add(Tensor target) => Own(swt_add(Handle, target.Handle, 1L), this, target);

        public Tensor add(Tensor target, Scalar alpha) => Own(swt_add(Handle, target.Handle, alpha.Value), this, target);

        public Tensor sub(Tensor target) => Own(swt_sub(Handle, target.Handle), this, target);

        public Tensor mul(Tensor target) => Own(swt_mul(Handle, target.Handle), this, target);

        public Tensor div(Tensor target) => Own(swt_div(Handle, target.Handle), this, target);

        public Tensor pow(Tensor exponent) => Own(swt_pow(Handle, exponent.Handle), this, exponent);

        public Tensor maximum(Tensor other) => Own(swt_maximum(Handle, other.Handle), this, other);

        public Tensor minimum(Tensor other) => Own(swt_minimum(Handle, other.Handle), this, other);

        public Tensor matmul(Tensor target) => Own(swt_matmul(Handle, target.Handle), this, target);

        public Tensor mm(Tensor target) => Own(swt_mm(Handle, target.Handle), this, target);

        public Tensor bmm(Tensor batch2) => Own(swt_bmm(Handle, batch2.Handle), this, batch2);

        public Tensor atan2(Tensor other) => Own(swt_atan2(Handle, other.Handle), this, other);

        public Tensor add(Scalar scalar) => Own(swt_add_s(Handle, scalar.Value), this);

        public Tensor sub(Scalar target) => Own(swt_sub_s(Handle, target.Value), this);

        public Tensor mul(Scalar target) => Own(swt_mul_s(Handle, target.Value), this);

        public Tensor div(Scalar target) => Own(swt_div_s(Handle, target.Value), this);

        public Tensor pow(Scalar exponent) => Own(swt_pow_s(Handle, exponent.Value), this);
    }
}
