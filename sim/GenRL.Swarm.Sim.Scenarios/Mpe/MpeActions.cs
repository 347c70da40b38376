using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>What an agent's action does.</summary>
internal static class MpeActions
{
    private const int Moves = 5;

    /// <summary>One choice: moves + 5 x word, or a word alone. Returns what follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<V> Choose<V>(Tile<V> tile, in Hand<V> hand, int channels, ReadOnlySpan<V> actions, Forces<V> forces)
        where V : unmanaged, ILanes<V>
    {
        var (move, word) = (actions[0], actions[0]);
        if (hand.Body >= 0)
        {
            if (hand.Message >= 0)
            {
                word = V.Floor(move / V.All(Moves));
                move -= word * V.All(Moves);
            }

            var (zero, low, high) = (V.All(0d), move < V.All(1.5), move < V.All(2.5));
            forces.X(hand.Body) = V.Select(low, V.Select(move < V.All(0.5), zero, -hand.Strength), V.Select(high, hand.Strength, zero));
            forces.Y(hand.Body) = V.Select(high, zero, V.Select(move < V.All(3.5), -hand.Strength, hand.Strength));
        }

        for (var i = 0; hand.Message >= 0 && i < channels; i++)
        {
            tile.Memory(hand.Message + i) = V.Select(V.Abs(word - V.All(i)) < V.All(0.5), V.All(1d), V.All(0d));
        }

        return actions[1..];
    }

    /// <summary>Numbers in [0, 1], clipped to that: unused, left, right, down, up, then the message. Returns what follows.</summary>
    public static ReadOnlySpan<V> Push<V>(Tile<V> tile, in Hand<V> hand, int channels, ReadOnlySpan<V> actions, Forces<V> forces)
        where V : unmanaged, ILanes<V>
    {
        if (hand.Body >= 0)
        {
            forces.X(hand.Body) = (Clip(actions[2]) - Clip(actions[1])) * hand.Strength;
            forces.Y(hand.Body) = (Clip(actions[4]) - Clip(actions[3])) * hand.Strength;
            actions = actions[Moves..];
        }

        if (hand.Message < 0)
        {
            return actions;
        }

        for (var i = 0; i < channels; i++)
        {
            tile.Memory(hand.Message + i) = Clip(actions[i]);
        }

        return actions[channels..];
    }

    private static V Clip<V>(V value)
        where V : unmanaged, ILanes<V> => V.Min(V.Max(value, V.All(0d)), V.All(1d));
}
