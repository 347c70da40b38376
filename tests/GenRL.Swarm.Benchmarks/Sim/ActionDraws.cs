using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>Draws uniform actions for all agents of all worlds, several numbers at a time (xorshift, Marsaglia 2003).</summary>
internal sealed class ActionDraws
{
    private readonly uint[] _states;
    private readonly float[] _scales;
    private readonly float[] _lows;
    private readonly bool _whole;

    public ActionDraws(EnvironmentShape shape, ulong seed)
    {
        // Whole vectors: the last one's spare numbers are drawn and dropped.
        var padded = (shape.ActionLength + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        var stream = new RandomStream(seed, 0, 1);
        _states = [.. Enumerable.Range(0, padded).Select(_ => (uint)stream.NextUInt64() | 1u)];
        (_scales, _lows, Actions) = (new float[padded], new float[padded], new float[padded]);
        _whole = !shape.Actions[0].Choices.IsEmpty;
        for (var world = 0; world < shape.Tiles * shape.Lanes; world++)
        {
            for (var agent = 0; agent < shape.Agents; agent++)
            {
                var space = shape.Actions[agent];
                for (var number = 0; number < space.Size; number++)
                {
                    var index = shape.ActionIndex(world, agent, number);
                    _lows[index] = space.Least;
                    _scales[index] = space.Most(number) - space.Least + (_whole ? 1f : 0f);
                }
            }
        }
    }

    /// <summary>The last draw, padded.</summary>
    public float[] Actions { get; }

    /// <summary>Draws anew.</summary>
    public void Draw()
    {
        for (var i = 0; i < Actions.Length; i += Vector<float>.Count)
        {
            var state = new Vector<uint>(_states, i);
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            state.CopyTo(_states, i);
            var unit = Vector.AsVectorSingle((state >>> 9) | new Vector<uint>(0x3F80_0000u)) - Vector<float>.One;
            var value = (unit * new Vector<float>(_scales, i)) + new Vector<float>(_lows, i);
            (_whole ? Vector.Floor(value) : value).CopyTo(Actions, i);
        }
    }
}
