using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        public static Tensor operator +(Tensor left, Scalar right) => Own(swt_add_s(left.Handle, right.Value), left);

        public static Tensor operator +(Tensor left, int right) => Own(swt_add_s(left.Handle, (long)right), left);

        public static Tensor operator +(Tensor left, long right) => Own(swt_add_s(left.Handle, right), left);

        public static Tensor operator +(Tensor left, float right) => Own(swt_add_s(left.Handle, (double)right), left);

        public static Tensor operator +(Tensor left, double right) => Own(swt_add_s(left.Handle, right), left);

        public static Tensor operator +(Scalar left, Tensor right) => Own(swt_add_s(right.Handle, left.Value), right);

        public static Tensor operator +(int left, Tensor right) => Own(swt_add_s(right.Handle, (long)left), right);

        public static Tensor operator +(long left, Tensor right) => Own(swt_add_s(right.Handle, left), right);

        public static Tensor operator +(float left, Tensor right) => Own(swt_add_s(right.Handle, (double)left), right);

        public static Tensor operator +(double left, Tensor right) => Own(swt_add_s(right.Handle, left), right);

        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        public static Tensor operator -(Tensor left, Scalar right) => Own(swt_sub_s(left.Handle, right.Value), left);

        public static Tensor operator -(Tensor left, int right) => Own(swt_sub_s(left.Handle, (long)right), left);

        public static Tensor operator -(Tensor left, long right) => Own(swt_sub_s(left.Handle, right), left);

        public static Tensor operator -(Tensor left, float right) => Own(swt_sub_s(left.Handle, (double)right), left);

        public static Tensor operator -(Tensor left, double right) => Own(swt_sub_s(left.Handle, right), left);

        public static Tensor operator -(Scalar left, Tensor right) => Own(swt_rsub_s(right.Handle, left.Value), right);

        public static Tensor operator -(int left, Tensor right) => Own(swt_rsub_s(right.Handle, (long)left), right);

        public static Tensor operator -(long left, Tensor right) => Own(swt_rsub_s(right.Handle, left), right);

        public static Tensor operator -(float left, Tensor right) => Own(swt_rsub_s(right.Handle, (double)left), right);

        public static Tensor operator -(double left, Tensor right) => Own(swt_rsub_s(right.Handle, left), right);

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        public static Tensor operator *(Tensor left, Scalar right) => Own(swt_mul_s(left.Handle, right.Value), left);

        public static Tensor operator *(Tensor left, int right) => Own(swt_mul_s(left.Handle, (long)right), left);

        public static Tensor operator *(Tensor left, long right) => Own(swt_mul_s(left.Handle, right), left);

        public static Tensor operator *(Tensor left, float right) => Own(swt_mul_s(left.Handle, (double)right), left);

        public static Tensor operator *(Tensor left, double right) => Own(swt_mul_s(left.Handle, right), left);

        public static Tensor operator *(Scalar left, Tensor right) => Own(swt_mul_s(right.Handle, left.Value), right);

        public static Tensor operator *(int left, Tensor right) => Own(swt_mul_s(right.Handle, (long)left), right);

        public static Tensor operator *(long left, Tensor right) => Own(swt_mul_s(right.Handle, left), right);

        public static Tensor operator *(float left, Tensor right) => Own(swt_mul_s(right.Handle, (double)left), right);

        public static Tensor operator *(double left, Tensor right) => Own(swt_mul_s(right.Handle, left), right);

        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        public static Tensor operator /(Tensor left, Scalar right) => Own(swt_div_s(left.Handle, right.Value), left);

        public static Tensor operator /(Tensor left, int right) => Own(swt_div_s(left.Handle, (long)right), left);

        public static Tensor operator /(Tensor left, long right) => Own(swt_div_s(left.Handle, right), left);

        public static Tensor operator /(Tensor left, float right) => Own(swt_div_s(left.Handle, (double)right), left);

        public static Tensor operator /(Tensor left, double right) => Own(swt_div_s(left.Handle, right), left);

        public static Tensor operator /(Scalar left, Tensor right) => Own(swt_rdiv_s(right.Handle, left.Value), right);

        public static Tensor operator /(int left, Tensor right) => Own(swt_rdiv_s(right.Handle, (long)left), right);

        public static Tensor operator /(long left, Tensor right) => Own(swt_rdiv_s(right.Handle, left), right);

        public static Tensor operator /(float left, Tensor right) => Own(swt_rdiv_s(right.Handle, (double)left), right);

        public static Tensor operator /(double left, Tensor right) => Own(swt_rdiv_s(right.Handle, left), right);

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public static Tensor operator %(Tensor left, Tensor right) => Own(swt_remainder(left.Handle, right.Handle), left, right);

        public static Tensor operator %(Tensor left, Scalar right) => Own(swt_remainder_s(left.Handle, right.Value), left);

        public static Tensor operator &(Tensor left, Tensor right) => Own(swt_bitwise_and(left.Handle, right.Handle), left, right);

        public static Tensor operator |(Tensor left, Tensor right) => Own(swt_bitwise_or(left.Handle, right.Handle), left, right);

        public static Tensor operator ~(Tensor left) => left.logical_not();
    }
}
