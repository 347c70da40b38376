namespace GenRL.Swarm.Agent;

/// <summary>
/// One stream of random numbers, a pure function of (seed, robot, stage) and of how many numbers were drawn before. Counter-based: number i is a
/// hash of (key, i), so streams never share state, the state is two words, and nothing is allocated after construction. Not thread-safe.
/// </summary>
/// <remarks>
/// The hash is SplitMix64's finaliser (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014), applied twice with the
/// key between, so that two streams do not run into each other's sequence. Integers and uniform numbers are the same on every machine; Gaussian
/// numbers use the platform's logarithm and cosine and are the same on one machine.
/// </remarks>
public sealed class RandomStream
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    private ulong _key;
    private ulong _count;

    /// <summary>The stream of <paramref name="stage"/> of <paramref name="robot"/> in the run seeded <paramref name="seed"/>.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="robot">The robot's number; -1 for what belongs to no robot.</param>
    /// <param name="stage">What the numbers are for; any number that no other use of the same seed and robot has.</param>
    public RandomStream(ulong seed, int robot, int stage) => Restart(seed, robot, stage);

    /// <summary>Key and count: all that the next numbers depend on. A stream given this state goes on where this one stands.</summary>
    public RandomState State
    {
        get => new(_key, _count);
        set => (_key, _count) = (value.Key, value.Count);
    }

    /// <summary>Makes this the start of another stream, as the constructor does, without a new object.</summary>
    public void Restart(ulong seed, int robot, int stage)
    {
        _key = Mix(Mix(Mix(seed + Golden) ^ (uint)robot) + (uint)stage);
        _count = 0;
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextUInt64() => Mix(Mix(_key + (++_count * Golden)) ^ _key);

    /// <summary>A uniform number in [0, 1), a multiple of 2^-24.</summary>
    public float NextSingle() => (NextUInt64() >> 40) * (1f / (1 << 24));

    /// <summary>A uniform number in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public float NextSingle(float low, float high) => low + ((high - low) * NextSingle());

    /// <summary>A uniform integer in [0, <paramref name="count"/>); <paramref name="count"/> is positive.</summary>
    public int NextInt32(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        // Multiply-shift: the bias is below count / 2^32.
        return (int)(((NextUInt64() >> 32) * (ulong)count) >> 32);
    }

    /// <summary>A number from the normal distribution of mean 0 and standard deviation 1 (Box and Muller 1958, one number from two).</summary>
    public float NextGaussian()
    {
        var radius = 1f - NextSingle(); // (0, 1]: its logarithm is finite
        var angle = MathF.Tau * NextSingle();
        return MathF.Sqrt(-2f * MathF.Log(radius)) * MathF.Cos(angle);
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58_476D_1CE4_E5B9;
        x = (x ^ (x >> 27)) * 0x94D0_49BB_1331_11EB;
        return x ^ (x >> 31);
    }
}

/// <summary>The whole state of a <see cref="RandomStream"/>.</summary>
/// <param name="Key">Names the stream.</param>
/// <param name="Count">Numbers of 64 bits drawn so far.</param>
public readonly record struct RandomState(ulong Key, ulong Count);
