using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public Tensor T => t();

        public Tensor view(params long[] shape) => WithSizes(&swt_view, shape);

        public Tensor view_as(Tensor other) => view(other.shape);

        public Tensor reshape(params long[] shape) => WithSizes(&swt_reshape, shape);

        public Tensor expand(params long[] sizes) => WithSizes(&swt_expand, sizes);

        public Tensor expand_as(Tensor other) => expand(other.shape);

        public Tensor permute(params long[] permutation) => WithSizes(&swt_permute, permutation);

        public Tensor repeat(params long[] sizes) => WithSizes(&swt_repeat, sizes);

        public Tensor flip(params long[] dims) => WithSizes(&swt_flip, dims);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Own(swt_flatten(Handle, start_dim, end_dim), this);

        /// <summary>Splits dimension <paramref name="dim"/> into <paramref name="sizes"/>, one of which may be -1.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var before = shape;
            var at = checked((int)(dim < 0 ? dim + before.Length : dim));
            long[] result = [.. before[..at], .. sizes, .. before[(at + 1)..]];
            var missing = Array.IndexOf(sizes, -1);
            if (missing >= 0)
            {
                var known = sizes.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
                result[at + missing] = known == 0 ? 0 : before[at] / known;
            }

            return view(result);
        }

        public Tensor squeeze(long? dim = null) => Own(dim is { } d ? swt_squeeze_dim(Handle, d) : swt_squeeze(Handle), this);

        public Tensor unsqueeze(long dim) => Own(swt_unsqueeze(Handle, dim), this);

        public Tensor transpose(long dim0, long dim1) => Own(swt_transpose(Handle, dim0, dim1), this);

        public Tensor t() => Own(swt_t(Handle), this);

        private Tensor WithSizes(delegate*<nint, long*, int, nint> operation, long[] sizes)
        {
            fixed (long* pointer = sizes)
            {
                return Own(operation(Handle, pointer, sizes.Length), this);
            }
        }
    }
}
