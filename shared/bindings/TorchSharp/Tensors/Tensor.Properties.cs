using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public ScalarType dtype => (ScalarType)swt_dtype(Handle);

        public Device device => CPU;

        public long[] shape => size();

        public long Dimensions => swt_dim(Handle);

        public long ndim => Dimensions;

        public long NumberOfElements => swt_numel(Handle);

        public long ElementSize => ElementSizeOf(dtype);

        public bool is_leaf => swt_is_leaf(Handle) != 0;

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long size(int dim)
        {
            var size = swt_size(Handle, dim);
            return size < 0 ? throw LastError() : size;
        }

        public unsafe long[] size()
        {
            var sizes = new long[swt_dim(Handle)];
            fixed (long* pointer = sizes)
            {
                swt_sizes(Handle, pointer);
            }

            return sizes;
        }

        public unsafe long[] stride()
        {
            var strides = new long[swt_dim(Handle)];
            fixed (long* pointer = strides)
            {
                swt_strides(Handle, pointer);
            }

            return strides;
        }

        public bool is_contiguous() => swt_is_contiguous(Handle) != 0;

        public override string ToString() => $"[{string.Join('x', shape)}], type = {dtype}, device = cpu";
    }
}
