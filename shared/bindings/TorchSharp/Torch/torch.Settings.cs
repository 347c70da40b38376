using static TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Generator DefaultGenerator = new();

    /// <summary>Opens a scope that frees every tensor made on this thread until it is disposed.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Seeds the generator of this process: the same seed gives the numbers of Python's torch.</summary>
    public static Generator manual_seed(long seed)
    {
        Check(swt_manual_seed(seed));
        return DefaultGenerator;
    }

    /// <summary>The state of the generator, to be set again on resume.</summary>
    public static Tensor get_rng_state() => DefaultGenerator.get_state();

    public static void set_rng_state(Tensor new_state) => DefaultGenerator.set_state(new_state);

    public static void set_num_threads(int num) => Check(swt_set_num_threads(num));

    public static int get_num_threads() => swt_get_num_threads();

    /// <summary>The random generator of this process; there is one.</summary>
    public sealed class Generator
    {
        internal Generator()
        {
        }

        public Generator manual_seed(long seed) => torch.manual_seed(seed);

        public Tensor get_state() => Own(swt_get_rng_state());

        public void set_state(Tensor value) => Check(swt_set_rng_state(value.Handle), value);
    }
}
