using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public Tensor sum() => Own(swt_sum(Handle), this);

        public Tensor sum(long dim, bool keepdim = false) => sum([dim], keepdim);

        public Tensor sum(long[] dim, bool keepdim = false) => Over(&swt_sum_dim, dim, keepdim);

        public Tensor mean() => Own(swt_mean(Handle), this);

        public Tensor mean(long[] dimensions, bool keepdim = false) => Over(&swt_mean_dim, dimensions, keepdim);

        public Tensor amax(long[] dims, bool keepdim = false) => Over(&swt_amax, dims, keepdim);

        public Tensor amax(params long[] dims) => amax(dims, false);

        public Tensor amin(long[] dims, bool keepdim = false) => Over(&swt_amin, dims, keepdim);

        public Tensor amin(params long[] dims) => amin(dims, false);

        public Tensor std(bool unbiased = true) => Own(swt_std(Handle, Flag(unbiased)), this);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false) => std([dim], unbiased, keepdim);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false)
        {
            fixed (long* pointer = dimensions)
            {
                return Own(swt_std_dim(Handle, pointer, dimensions.Length, Flag(unbiased), Flag(keepdim)), this);
            }
        }

        public Tensor var(bool unbiased = true) => Own(swt_var(Handle, Flag(unbiased)), this);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false) => var([dim], unbiased, keepdim);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false)
        {
            fixed (long* pointer = dimensions)
            {
                return Own(swt_var_dim(Handle, pointer, dimensions.Length, Flag(unbiased), Flag(keepdim)), this);
            }
        }

        public Tensor norm(float p = 2) => Own(swt_norm(Handle, p), this);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Own(swt_norm_dim(Handle, p, dim, Flag(keepdim)), this);

        public Tensor logsumexp(long dim, bool keepdim = false) => Own(swt_logsumexp(Handle, dim, Flag(keepdim)), this);

        public Tensor cumsum(long dim) => Own(swt_cumsum(Handle, dim), this);

        public Tensor all() => Own(swt_all(Handle), this);

        public Tensor all(long dim, bool keepdim = false) => Own(swt_all_dim(Handle, dim, Flag(keepdim)), this);

        public Tensor any() => Own(swt_any(Handle), this);

        public Tensor any(long dim, bool keepdim = false) => Own(swt_any_dim(Handle, dim, Flag(keepdim)), this);

        private static int Flag(bool value) => value ? 1 : 0;

        private Tensor Over(delegate*<nint, long*, int, int, nint> operation, long[] dims, bool keepdim)
        {
            fixed (long* pointer = dims)
            {
                return Own(operation(Handle, pointer, dims.Length, Flag(keepdim)), this);
            }
        }
    }
}
