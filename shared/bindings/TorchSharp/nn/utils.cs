using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static class utils
        {
            /// <summary>
            /// Scales all gradients so that their common norm is at most <paramref name="max_norm"/>; returns the norm before.
            /// </summary>
            public static unsafe double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                Parameter[] all = [.. tensors];
                double total;
                fixed (nint* pointer = Native.Handles(all))
                {
                    Native.Check(Native.swt_clip_grad_norm_(pointer, all.Length, max_norm, norm_type, &total), all);
                }

                return total;
            }
        }
    }
}
