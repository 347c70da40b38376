using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Benchmarks.Graphs;

/// <summary>Numbers for one tick, about as large as in flight, the same for both forms of it. Neighbours stand in the first slots.</summary>
internal sealed class TickInputs
{
    private const int N = PlanShape.Neighbours;

    private readonly RandomStream _random = new(1, -1, 1);

    public TickInputs(int candidates, int neighbours)
    {
        Neighbours = neighbours;
        Mask = [.. Enumerable.Range(0, N).Select(slot => slot < neighbours ? 1f : 0f)];
        PolicyMask = [.. Enumerable.Range(0, N).Select(slot => slot < Math.Min(3, neighbours) ? 1f : 0f)];
        EgoMotion = Draw(4);
        EgoSeen = Draw(2);
        FeaturesBefore = Draw(N * NetworkShape.NeighbourFeatures);
        Seen = Draw(N * 2);
        EgoVelocity = Draw(2);
        Features = Draw(N * NetworkShape.NeighbourFeatures);
        ToldPlan = Draw(NetworkShape.Chunk);
        Ego = Draw(ObservationShape.Ego);
        Lidar = Draw(PlanShape.LidarSectors);
        Blocks = Draw(N * ObservationShape.Neighbour);
        Noise = Draw((candidates - ModelBundleOptions.FixedCandidates) * NetworkShape.Chunk);
        Jitter = Draw(Noise.Length);
        Fixed = Draw(ModelBundleOptions.FixedCandidates * NetworkShape.Chunk);
        ResetState();
    }

    public int Neighbours { get; }

    /// <summary>Slots in use, [8].</summary>
    public float[] Mask { get; }

    /// <summary>Slots that the policy is shown, [8].</summary>
    public float[] PolicyMask { get; }

    public float[] EgoMotion { get; }

    public float[] EgoSeen { get; }

    /// <summary>Features at the last tick, [8,20].</summary>
    public float[] FeaturesBefore { get; }

    public float[] Seen { get; }

    public float[] EgoVelocity { get; }

    /// <summary>Features now, [8,20].</summary>
    public float[] Features { get; }

    /// <summary>[15,2], metres per second.</summary>
    public float[] ToldPlan { get; }

    /// <summary>Ego block, [16]; its last six, the told path, are written by the tick.</summary>
    public float[] Ego { get; }

    public float[] Lidar { get; }

    public float[] Blocks { get; }

    public float[] Noise { get; }

    /// <summary>What is added to the samples, [K-3,30], metres per second.</summary>
    public float[] Jitter { get; }

    /// <summary>The candidates that are not sampled, [3,30], metres per second.</summary>
    public float[] Fixed { get; }

    /// <summary>The memory, which a tick moves on.</summary>
    public RecurrentState State { get; } = new();

    /// <summary>Puts the memory back to its beginning.</summary>
    public void ResetState()
    {
        var random = new RandomStream(2, -1, 1);
        foreach (var block in (ReadOnlySpan<float[]>)[State.EgoMemory, State.EgoLatent, State.NeighbourMemory, State.NeighbourLatent])
        {
            Fill(block, random);
        }
    }

    private float[] Draw(int count)
    {
        var values = new float[count];
        Fill(values, _random);
        return values;
    }

    private static void Fill(float[] values, RandomStream random)
    {
        foreach (ref var value in values.AsSpan())
        {
            value = random.NextSingle(-1f, 1f);
        }
    }
}
