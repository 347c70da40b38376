using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Crowd;

/// <summary>The robots of a crowd, as arrays of their numbers, padded to whole vectors.</summary>
/// <typeparam name="V">Lanes of float32: robots side by side.</typeparam>
internal sealed class CrowdRobots<V>
    where V : unmanaged, ILanes<V>
{
    public CrowdRobots(int count)
    {
        Count = count;
        var padded = (count + V.Count - 1) / V.Count * V.Count;
        (X, Y, Heading) = (new float[padded], new float[padded], new float[padded]);
        (Cos, Sin) = (new float[padded], new float[padded]);
        (Speed, Spin) = (new float[padded], new float[padded]);
        (GoalX, GoalY) = (new float[padded], new float[padded]);
    }

    /// <summary>Number of robots.</summary>
    public int Count { get; }

    /// <summary>Positions, m.</summary>
    public float[] X { get; }

    /// <summary>Positions, m.</summary>
    public float[] Y { get; }

    /// <summary>Headings, rad.</summary>
    public float[] Heading { get; }

    /// <summary>Cosines of the headings.</summary>
    public float[] Cos { get; }

    /// <summary>Sines of the headings.</summary>
    public float[] Sin { get; }

    /// <summary>Speeds ahead, m/s.</summary>
    public float[] Speed { get; }

    /// <summary>Turning rates, rad/s.</summary>
    public float[] Spin { get; }

    /// <summary>Goals, m.</summary>
    public float[] GoalX { get; }

    /// <summary>Goals, m.</summary>
    public float[] GoalY { get; }

    /// <summary>Moves all robots by one step of a unicycle whose speeds lag behind their commands.</summary>
    /// <param name="speeds">Commanded speeds ahead, m/s; padded.</param>
    /// <param name="spins">Commanded turning rates, rad/s; padded.</param>
    /// <param name="dt">s.</param>
    /// <param name="limit">Greatest size of a coordinate, m.</param>
    public void Move(ReadOnlySpan<float> speeds, ReadOnlySpan<float> spins, float dt, float limit)
    {
        var follow = V.All(1d - Math.Exp(-dt / CrowdOptions.Lag));
        var (time, most) = (V.All(dt), V.All(limit));
        for (var i = 0; i < X.Length; i += V.Count)
        {
            var (speed, spin) = (V.Load(Speed.AsSpan(i)), V.Load(Spin.AsSpan(i)));
            speed += (V.Load(speeds[i..]) - speed) * follow;
            spin += (V.Load(spins[i..]) - spin) * follow;
            var x = V.Load(X.AsSpan(i)) + (speed * V.Load(Cos.AsSpan(i)) * time);
            var y = V.Load(Y.AsSpan(i)) + (speed * V.Load(Sin.AsSpan(i)) * time);
            var heading = V.Load(Heading.AsSpan(i)) + (spin * time);
            V.Store(speed, Speed.AsSpan(i));
            V.Store(spin, Spin.AsSpan(i));
            V.Store(V.Min(V.Max(x, -most), most), X.AsSpan(i));
            V.Store(V.Min(V.Max(y, -most), most), Y.AsSpan(i));
            V.Store(heading, Heading.AsSpan(i));
        }

        Face();
    }

    /// <summary>Renews the headings' cosines and sines.</summary>
    public void Face()
    {
        for (var i = 0; i < Heading.Length; i += V.Count)
        {
            var heading = V.Load(Heading.AsSpan(i));
            V.Store(V.Cos(heading), Cos.AsSpan(i));
            V.Store(V.Sin(heading), Sin.AsSpan(i));
        }
    }

    public void Move(ref Snapshot snapshot)
    {
        foreach (var numbers in (ReadOnlySpan<float[]>)[X, Y, Heading, Cos, Sin, Speed, Spin, GoalX, GoalY])
        {
            snapshot.Move(numbers.AsSpan());
        }
    }
}
