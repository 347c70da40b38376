using System.Runtime.Intrinsics;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Makes environments of bodies.</summary>
public static class BodyEnvironments
{
    /// <summary>The width of the machine's widest fast vectors, bits.</summary>
    public static int BestWidth => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>An environment of <paramref name="worlds"/> worlds.</summary>
    /// <param name="factory">Makes the scenario.</param>
    /// <param name="worlds">Number of worlds.</param>
    /// <param name="threads">Threads, the caller's included.</param>
    /// <param name="precise">float64 instead of float32.</param>
    /// <param name="width">Bits of a vector: 128, 256 or 512; null for the best: <see cref="BestWidth"/>, or the least that holds all worlds. Changes the layout, not the results.</param>
    public static IEnvironment Create(IBodyScenarioFactory factory, int worlds, int threads = 1, bool precise = false, int? width = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        return (width ?? WidthFor(worlds, precise), precise) switch
        {
            (128, false) => Of<Lanes128<float>>(factory, worlds, threads),
            (128, true) => Of<Lanes128<double>>(factory, worlds, threads),
            (256, false) => Of<Lanes256<float>>(factory, worlds, threads),
            (256, true) => Of<Lanes256<double>>(factory, worlds, threads),
            (512, false) => Of<Lanes512<float>>(factory, worlds, threads),
            (512, true) => Of<Lanes512<double>>(factory, worlds, threads),
            _ => throw new ArgumentOutOfRangeException(nameof(width), width, "must be 128, 256 or 512"),
        };
    }

    private static int WidthFor(int worlds, bool precise)
    {
        var needed = worlds * (precise ? sizeof(double) : sizeof(float)) * 8L;
        return Math.Min(BestWidth, needed <= 128 ? 128 : needed <= 256 ? 256 : 512);
    }

    private static BodyEnvironment<V> Of<V>(IBodyScenarioFactory factory, int worlds, int threads)
        where V : unmanaged, ILanes<V> => new(factory.Create<V>(), worlds, threads);
}
