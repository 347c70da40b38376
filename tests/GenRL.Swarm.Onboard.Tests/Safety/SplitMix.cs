namespace GenRL.Swarm.Onboard.Tests.Safety;

/// <summary>A seeded stream of numbers for the tests of this folder (splitmix64).</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public double Uniform(double low, double high) => low + (high - low) * (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform(1e-12, 1))) * Math.Cos(Uniform(0, 2 * Math.PI));

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
