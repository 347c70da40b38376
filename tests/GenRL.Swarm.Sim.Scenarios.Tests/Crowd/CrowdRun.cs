using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Snapshots;
using GenRL.Swarm.Sim.Scenarios.Crowd;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Crowd;

/// <summary>A crowd with random actions, and what its snapshot tells of it.</summary>
internal sealed class CrowdRun<V>
    where V : unmanaged, ILanes<V>
{
    // Numbers that a robot sees before its rays.
    private const int Own = 4;

    private readonly CrowdOptions _options;
    private readonly CrowdWorld<V> _world;
    private readonly RandomStream _actions = new(2, 0, 0);
    private readonly float[] _moves;

    public CrowdRun(CrowdOptions options, ulong seed)
    {
        (_options, _world) = (options, new CrowdWorld<V>(options));
        (_moves, Rewards, Seen) = (new float[2 * options.Robots], new float[options.Robots], new float[options.Robots * (Own + options.Rays)]);
        _world.Reset(new RandomStream(seed, 0, 0));
        _world.Observe(Seen);
    }

    public float[] Seen { get; }

    public float[] Rewards { get; }

    public void Steps(int count)
    {
        for (var step = 0; step < count; step++)
        {
            for (var i = 0; i < _moves.Length; i++)
            {
                _moves[i] = _actions.NextSingle(i % 2 == 0 ? 0f : -1f, 1f);
            }

            Step();
        }
    }

    /// <summary>One step in which every robot heads for its goal.</summary>
    public void ToGoals()
    {
        for (var i = 0; i < _options.Robots; i++)
        {
            var (ahead, left) = (Seen[i * (Own + _options.Rays)], Seen[(i * (Own + _options.Rays)) + 1]);
            (_moves[2 * i], _moves[(2 * i) + 1]) = (ahead > 0f ? 1f : 0f, Math.Clamp(2f * MathF.Atan2(left, ahead), -1f, 1f));
        }

        Step();
    }

    public float[] Observe()
    {
        _world.Observe(Seen);
        return Seen;
    }

    // A snapshot's rows are X, Y, Heading, Cos, Sin, Speed, Spin, GoalX, GoalY.
    public (float X, float Y)[] Positions() => Pairs(0);

    /// <summary>Cosines and sines of the headings.</summary>
    public (float X, float Y)[] Faces() => Pairs(3);

    public (float X, float Y)[] Goals() => Pairs(7);

    /// <summary>A robot's rays, m.</summary>
    public float[] Rays(int robot) => Seen.AsSpan((robot * (Own + _options.Rays)) + Own, _options.Rays).ToArray();

    public byte[] Save()
    {
        var measure = Snapshot.Measure();
        _world.Move(ref measure);
        var bytes = new byte[measure.Position];
        var save = Snapshot.Save(bytes);
        _world.Move(ref save);
        return bytes;
    }

    public void Restore(byte[] bytes)
    {
        var restore = Snapshot.Restore(bytes);
        _world.Move(ref restore);
    }

    private void Step()
    {
        Assert.NotEqual(EpisodeEnd.Terminated, _world.Step(_moves, Rewards));
        _world.Observe(Seen);
    }

    private (float X, float Y)[] Pairs(int row)
    {
        var padded = (_options.Robots + V.Count - 1) / V.Count * V.Count;
        var numbers = MemoryMarshal.Cast<byte, float>(Save());
        var (xs, ys) = (numbers.Slice(row * padded, _options.Robots).ToArray(), numbers.Slice((row + 1) * padded, _options.Robots).ToArray());
        return [.. xs.Zip(ys)];
    }
}
