using System.Runtime.CompilerServices;
using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Own(swt_eq(Handle, target.Handle), this, target);

        public Tensor eq(Scalar target) => Own(swt_eq_s(Handle, target.Value), this);

        public Tensor ne(Tensor target) => Own(swt_ne(Handle, target.Handle), this, target);

        public Tensor ne(Scalar target) => Own(swt_ne_s(Handle, target.Value), this);

        public Tensor lt(Tensor target) => Own(swt_lt(Handle, target.Handle), this, target);

        public Tensor lt(Scalar target) => Own(swt_lt_s(Handle, target.Value), this);

        public Tensor le(Tensor target) => Own(swt_le(Handle, target.Handle), this, target);

        public Tensor le(Scalar target) => Own(swt_le_s(Handle, target.Value), this);

        public Tensor gt(Tensor target) => Own(swt_gt(Handle, target.Handle), this, target);

        public Tensor gt(Scalar target) => Own(swt_gt_s(Handle, target.Value), this);

        public Tensor ge(Tensor target) => Own(swt_ge(Handle, target.Handle), this, target);

        public Tensor ge(Scalar target) => Own(swt_ge_s(Handle, target.Value), this);

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        public Tensor logical_not() => Own(swt_logical_not(Handle), this);

        public Tensor isnan() => Own(swt_isnan(Handle), this);

        public Tensor isfinite() => Own(swt_isfinite(Handle), this);

        /// <summary>Same shape and same elements.</summary>
        public bool equal(Tensor target)
        {
            var equal = Check(swt_equal(Handle, target.Handle), this) != 0;
            GC.KeepAlive(target);
            return equal;
        }

        /// <summary>Same shape and same elements, as in TorchSharp.</summary>
        public override bool Equals(object? obj) => obj is Tensor other && (ReferenceEquals(this, other) || equal(other));

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
