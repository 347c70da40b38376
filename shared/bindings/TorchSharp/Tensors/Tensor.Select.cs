using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public Tensor narrow(long dim, long start, long length) => Own(swt_narrow(Handle, dim, start, length), this);

        public Tensor select(long dim, long index) => Own(swt_select(Handle, dim, index), this);

        public Tensor slice(long dim, long start, long finish, long step) => Own(swt_slice(Handle, dim, start, finish, step), this);

        public Tensor index_select(long dim, Tensor index) => Own(swt_index_select(Handle, dim, index.Handle), this, index);

        public Tensor gather(long dim, Tensor index) => Own(swt_gather(Handle, dim, index.Handle), this, index);

        public Tensor masked_fill(Tensor mask, Scalar value) => Own(swt_masked_fill(Handle, mask.Handle, value.Value), this, mask);

        /// <summary>This tensor where the condition holds, <paramref name="y"/> elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);

        /// <summary>At most <paramref name="chunks"/> pieces of equal size along <paramref name="dim"/>; the last may be shorter.</summary>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(chunks, 1);
            var handles = new nint[Math.Min(chunks, Math.Max(1, size((int)dim)))];
            fixed (nint* result = handles)
            {
                return Own(handles, swt_chunk(Handle, chunks, dim, result, handles.Length), this);
            }
        }

        /// <summary>Pieces of <paramref name="size"/> along <paramref name="dim"/>; the last may be shorter.</summary>
        public Tensor[] split(long size, int dim = 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
            var length = this.size(dim);
            var sizes = new long[Math.Max(1, (length + size - 1) / size)];
            Array.Fill(sizes, size);
            sizes[^1] = length - (sizes.Length - 1) * size;
            return split(sizes, dim);
        }

        public Tensor[] split(long[] sizes, long dim = 0)
        {
            var handles = new nint[sizes.Length];
            fixed (nint* result = handles)
            fixed (long* pointer = sizes)
            {
                return Own(handles, swt_split(Handle, pointer, sizes.Length, dim, result), this);
            }
        }
    }
}
