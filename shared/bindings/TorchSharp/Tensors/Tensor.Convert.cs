using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor to_type(ScalarType type, bool copy = false) => Own(swt_to(Handle, (sbyte)type, copy ? 1 : 0), this);

        public Tensor to(ScalarType type, bool copy = false) => to_type(type, copy);

        /// <summary>A second handle of the same tensor: there is one device.</summary>
        public Tensor to(Device device) => alias();

        public Tensor cpu() => alias();

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor clone() => Own(swt_clone(Handle), this);

        public Tensor detach() => Own(swt_detach(Handle), this);

        public Tensor contiguous() => Own(swt_contiguous(Handle), this);

        public Tensor alias() => Own(swt_alias(Handle), this);

        public static implicit operator Tensor(float value) => tensor(value);

        public static implicit operator Tensor(double value) => tensor(value);

        public static implicit operator Tensor(int value) => tensor(value);

        public static implicit operator Tensor(long value) => tensor(value);

        public static implicit operator Tensor(bool value) => tensor(value);

        public static implicit operator Tensor(Scalar scalar) => full([], scalar, scalar.Value.Type);
    }
}
