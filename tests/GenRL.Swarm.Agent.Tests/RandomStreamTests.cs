namespace GenRL.Swarm.Agent.Tests;

public sealed class RandomStreamTests
{
    [Fact]
    public void FirstNumbers_AreTheSameForEver()
    {
        var random = new RandomStream(7, 2, 3);

        ulong[] golden = [0x3761F393D2BDCA51, 0xFCC1FAEBBD4F472E, 0xD22ADF19DA54AF10];
        ulong[] drawn = [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()];
        Assert.Equal(golden, drawn);
    }

    [Fact]
    public void State_RestoresTheSequence()
    {
        var random = new RandomStream(1, 0, 0);
        random.NextGaussian();
        var state = random.State;
        float[] first = [random.NextSingle(), random.NextGaussian(), random.NextSingle()];

        var other = new RandomStream(99, 9, 9) { State = state };

        float[] again = [other.NextSingle(), other.NextGaussian(), other.NextSingle()];
        Assert.Equal(first, again);
    }

    [Fact]
    public void Restart_IsWhatTheConstructorDoes()
    {
        var random = new RandomStream(1, 0, 0);
        random.NextUInt64();

        random.Restart(4, 5, 6);

        Assert.Equal(new RandomStream(4, 5, 6).State, random.State);
    }

    [Fact]
    public void Streams_OfNeighbouringSeedsRobotsAndStages_ShareNothing()
    {
        var seen = new HashSet<ulong>();
        for (var seed = 0ul; seed < 10; seed++)
        {
            for (var robot = -1; robot < 9; robot++)
            {
                for (var stage = 0; stage < 10; stage++)
                {
                    var random = new RandomStream(seed, robot, stage);
                    for (var i = 0; i < 20; i++)
                    {
                        Assert.True(seen.Add(random.NextUInt64()));
                    }
                }
            }
        }
    }

    [Fact]
    public void EveryBit_IsSetHalfOfTheTime_AndIndependentOfTheStreamBeside()
    {
        var (a, b) = (new RandomStream(3, 1, 1), new RandomStream(3, 1, 2));
        var (ones, equal) = (new int[64], 0);
        for (var i = 0; i < 20_000; i++)
        {
            var (x, y) = (a.NextUInt64(), b.NextUInt64());
            equal += System.Numerics.BitOperations.PopCount(~(x ^ y));
            for (var bit = 0; bit < 64; bit++)
            {
                ones[bit] += (int)((x >> bit) & 1);
            }
        }

        Assert.All(ones, count => Assert.InRange(count, 9_600, 10_400));
        Assert.InRange(equal / (20_000d * 64d), 0.497, 0.503);
    }

    [Fact]
    public void NextSingle_IsUniformBelowOne()
    {
        var random = new RandomStream(5, 0, 0);
        var (sum, square) = (0d, 0d);
        for (var i = 0; i < 100_000; i++)
        {
            var x = random.NextSingle();
            Assert.InRange(x, 0f, 0.99999994f);
            (sum, square) = (sum + x, square + (x * x));
        }

        Assert.Equal(0.5, sum / 100_000, 0.005);
        Assert.Equal(1d / 3d, square / 100_000, 0.005);
    }

    [Fact]
    public void NextGaussian_HasTheMomentsOfANormalDistribution()
    {
        var random = new RandomStream(5, 0, 0);
        double[] moments = new double[5];
        for (var i = 0; i < 200_000; i++)
        {
            var x = random.NextGaussian();
            Assert.True(float.IsFinite(x));
            for (var k = 1; k <= 4; k++)
            {
                moments[k] += Math.Pow(x, k) / 200_000;
            }
        }

        Assert.Equal(0d, moments[1], 0.01);
        Assert.Equal(1d, moments[2], 0.02);
        Assert.Equal(0d, moments[3], 0.05);
        Assert.Equal(3d, moments[4], 0.1);
    }

    [Fact]
    public void NextInt32_TakesEveryValueAlike()
    {
        var random = new RandomStream(5, 0, 0);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[random.NextInt32(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt32(0));
    }

    [Fact]
    public void Drawing_AllocatesNothing()
    {
        var random = new RandomStream(5, 0, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            random.NextGaussian();
            random.Restart(1, i, 2);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
