using static TorchSharp.Native;

namespace TorchSharp;

// Indexers of numbers and slices are views; an index tensor makes a copy. Setting writes through either.

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Assign(select(0, i1), value);
        }

        public Tensor this[long i1, long i2]
        {
            get => index(i1, i2);
            set => Assign(index(i1, i2), value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => index(i1, i2, i3);
            set => Assign(index(i1, i2, i3), value);
        }

        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor this[params Tensor[] indices]
        {
            get => index(Array.ConvertAll(indices, TensorIndex.Tensor));
            set => index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var tensors = stackalloc nint[indices.Length];
            var spec = stackalloc long[4 * indices.Length];
            Describe(indices, spec, tensors);
            return Own(swt_index(Handle, spec, tensors, indices.Length), this, indices);
        }

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            var tensors = stackalloc nint[indices.Length];
            var spec = stackalloc long[4 * indices.Length];
            Describe(indices, spec, tensors);
            Check(swt_index_put_(Handle, spec, tensors, indices.Length, value.Handle), value);
            GC.KeepAlive(indices);
            return this;
        }

        private static void Describe(TensorIndex[] indices, long* spec, nint* tensors)
        {
            for (var i = 0; i < indices.Length; i++, spec += 4)
            {
                spec[0] = (long)indices[i].Kind;
                spec[1] = indices[i].First;
                spec[2] = indices[i].Second;
                spec[3] = indices[i].Third;
                tensors[i] = indices[i].Index?.Handle ?? 0;
            }
        }

        private static void Assign(Tensor view, Tensor value)
        {
            using (view)
            {
                view.copy_(value);
            }
        }
    }
}
