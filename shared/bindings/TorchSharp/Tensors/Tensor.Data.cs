using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Access to the elements in row-major order, whatever the strides.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the element type.</exception>
        public Utils.TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            Validate<T>();
            return new(this);
        }

        /// <summary>The bytes of a contiguous tensor, valid while the tensor lives.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous.</exception>
        public unsafe Span<byte> bytes => is_contiguous()
            ? new((void*)swt_data(Handle), checked((int)(NumberOfElements * ElementSize)))
            : throw new InvalidOperationException("The bytes of a tensor that is not contiguous cannot be seen as one span.");

        /// <summary>The only element.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the element type.</exception>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The tensor has more than one element.</exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            Validate<T>();
            T value;
            Check(swt_copy_out(Handle, &value, sizeof(T)), this);
            return value;
        }

        public static explicit operator float(Tensor value) => (float)value.ReadDouble();

        public static explicit operator double(Tensor value) => value.ReadDouble();

        public static explicit operator int(Tensor value) => checked((int)value.ReadInt64());

        public static explicit operator long(Tensor value) => value.ReadInt64();

        public static explicit operator bool(Tensor value) => value.ReadInt64() != 0;

        private unsafe double ReadDouble()
        {
            double value;
            Check(swt_item_double(Handle, &value), this);
            return value;
        }

        private unsafe long ReadInt64()
        {
            long value;
            Check(swt_item_int64(Handle, &value), this);
            return value;
        }

        private void Validate<T>()
            where T : unmanaged
        {
            if (dtype != TypeOf<T>())
            {
                throw new ArgumentException($"{typeof(T).Name} does not match the tensor's element type {dtype}.", typeof(T).Name);
            }
        }
    }
}
