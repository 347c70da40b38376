using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public Tensor max() => Own(swt_max(Handle), this);

        public Tensor max(Tensor other) => maximum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false)
        {
            var pair = stackalloc nint[2];
            return Pair(swt_max_dim(Handle, dim, Flag(keepdim), pair), pair);
        }

        public Tensor min() => Own(swt_min(Handle), this);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false)
        {
            var pair = stackalloc nint[2];
            return Pair(swt_min_dim(Handle, dim, Flag(keepdim), pair), pair);
        }

        public Tensor argmax() => Own(swt_argmax(Handle), this);

        public Tensor argmax(long dim, bool keepdim = false) => Own(swt_argmax_dim(Handle, dim, Flag(keepdim)), this);

        public Tensor argmin() => Own(swt_argmin(Handle), this);

        public Tensor argmin(long dim, bool keepdim = false) => Own(swt_argmin_dim(Handle, dim, Flag(keepdim)), this);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var pair = stackalloc nint[2];
            return Pair(swt_topk(Handle, k, dim, Flag(largest), Flag(sorted), pair), pair);
        }

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            var pair = stackalloc nint[2];
            return Pair(swt_sort(Handle, dim, Flag(descending), Flag(stable), pair), pair);
        }

        private (Tensor, Tensor) Pair(int result, nint* pair)
        {
            Check(result, this);
            return (new(pair[0]), new(pair[1]));
        }
    }
}
