using static TorchSharp.Native;

namespace TorchSharp;

/// <summary>The functions and types of PyTorch, in the shape that TorchSharp gives them.</summary>
public static partial class torch
{
    /// <summary>
    /// An n-dimensional array over libtorch. Owns one native handle, freed once: by <see cref="Dispose()"/>, by the innermost
    /// <see cref="DisposeScope"/> that was open on its thread when it was made, or, as the safety net, by the finalizer. Tensors outside
    /// any scope report their size to the garbage collector, or finalizers would come too late. Not safe for concurrent use.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private nint _handle;
        private long _pressure;

        /// <summary>Takes ownership of the handle and registers in the innermost scope.</summary>
        internal Tensor(nint handle)
        {
            _handle = handle;
            if (DisposeScope.Current is { } scope)
            {
                scope.Add(this);
            }
            else
            {
                AddPressure();
            }
        }

        /// <summary>Frees a tensor that nobody disposed.</summary>
        ~Tensor() => Dispose(false);

        /// <summary>The scope that will free this tensor, and its place there.</summary>
        internal DisposeScope? Scope { get; set; }

        internal int Slot { get; set; }

        /// <summary>
        /// Native tensors alive in this process, measured on the native side: flat across training steps, or something leaks.
        /// </summary>
        public static long TotalCount => swt_live();

        /// <summary>The native handle.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        public nint Handle => _handle != 0 ? _handle : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        public bool IsInvalid => _handle == 0;

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = ReleaseHandle();
            if (handle != 0)
            {
                swt_free(handle);
            }
        }

        /// <summary>Hands this tensor to the scope around its own; without one it lives until it is disposed.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            MoveTo(Scope?.Outer);
            return this;
        }

        /// <summary>Takes this tensor out of its scope: it lives until it is disposed.</summary>
        public Tensor DetachFromDisposeScope()
        {
            MoveTo(null);
            return this;
        }

        /// <summary>Gives up the native handle without freeing it, and leaves the scope.</summary>
        internal nint ReleaseHandle()
        {
            Scope?.Remove(this);
            if (_pressure != 0)
            {
                GC.RemoveMemoryPressure(_pressure);
                _pressure = 0;
            }

            var handle = _handle;
            _handle = 0;
            return handle;
        }

        internal void AddPressure()
        {
            _pressure = Math.Max(64, swt_numel(_handle) * ElementSizeOf((ScalarType)swt_dtype(_handle)));
            GC.AddMemoryPressure(_pressure);
        }

        private void MoveTo(DisposeScope? scope)
        {
            if (Scope is null)
            {
                return;
            }

            Scope.Remove(this);
            if (scope is null)
            {
                AddPressure();
            }
            else
            {
                scope.Add(this);
            }
        }
    }
}
