using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients. Disposing it frees its state, not the parameters.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            /// <summary>The groups, whose learning rate a scheduler or the user may set at any time.</summary>
            public abstract IEnumerable<ILearningRateController> ParamGroups { get; }

            public abstract IEnumerable<Parameter> parameters();

            /// <summary>One step; with a closure, which computes the loss and its gradients first, returns that loss.</summary>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Sets every gradient to zero, in place.</summary>
            public unsafe void zero_grad()
            {
                Parameter[] all = [.. parameters()];
                fixed (nint* pointer = Native.Handles(all))
                {
                    Native.Check(Native.swt_zero_grad(pointer, all.Length, 0), all);
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected abstract void Dispose(bool disposing);
        }

        /// <summary>A learning rate that can be set.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            /// <summary>The rate at the start, from which schedulers reckon.</summary>
            double InitialLearningRate { get; set; }
        }
    }
}
