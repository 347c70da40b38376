using static TorchSharp.Native;

namespace TorchSharp;

// Methods whose name ends in an underscore change this tensor and return it.

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add_(Tensor target) => Done(swt_add_(Handle, target.Handle, 1L), target);

        public Tensor add_(Scalar scalar) => Done(swt_add_s_(Handle, scalar.Value));

        public Tensor sub_(Tensor target) => Done(swt_sub_(Handle, target.Handle), target);

        public Tensor sub_(Scalar target) => Done(swt_sub_s_(Handle, target.Value));

        public Tensor mul_(Tensor target) => Done(swt_mul_(Handle, target.Handle), target);

        public Tensor mul_(Scalar target) => Done(swt_mul_s_(Handle, target.Value));

        public Tensor div_(Tensor target) => Done(swt_div_(Handle, target.Handle), target);

        public Tensor div_(Scalar target) => Done(swt_div_s_(Handle, target.Value));

        public Tensor add_(Tensor target, Scalar alpha) => Done(swt_add_(Handle, target.Handle, alpha.Value), target);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Done(swt_addcmul_(Handle, tensor1.Handle, tensor2.Handle, value.Value), (tensor1, tensor2));

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Done(swt_addcdiv_(Handle, tensor1.Handle, tensor2.Handle, value.Value), (tensor1, tensor2));

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Done(swt_clamp_(Handle, Scalar.ValueOf(min), Scalar.ValueOf(max)));

        public Tensor copy_(Tensor source, bool nonBlocking = false) => Done(swt_copy_(Handle, source.Handle), source);

        public Tensor zero_() => Done(swt_zero_(Handle));

        public Tensor fill_(Scalar value) => Done(swt_fill_(Handle, value.Value));

        public Tensor uniform_(double from, double to) => Done(swt_uniform_(Handle, from, to));

        public Tensor normal_(double mean = 0, double std = 1) => Done(swt_normal_(Handle, mean, std));

        public Tensor masked_fill_(Tensor mask, Scalar value) => Done(swt_masked_fill_(Handle, mask.Handle, value.Value), mask);

        private Tensor Done(int result, object? operand = null)
        {
            Check(result, operand);
            return this;
        }
    }
}
