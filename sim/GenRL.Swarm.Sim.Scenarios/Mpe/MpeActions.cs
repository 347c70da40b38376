using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>What an agent's action does. A body or a message of -1 is one that the agent does not have.</summary>
internal static class MpeActions
{
    private const int Moves = 5;

    /// <summary>One choice: moves + 5 x word, or a word alone. Returns what follows.</summary>
    public static ReadOnlySpan<V> Choose<V>(
        Tile<V> tile, int body, int message, int channels, V strength, ReadOnlySpan<V> actions, Forces<V> forces)
        where V : unmanaged, ILanes<V>
    {
        var (move, word) = (actions[0], actions[0]);
        if (body >= 0)
        {
            if (message >= 0)
            {
                word = V.Floor(move / V.All(Moves));
                move -= word * V.All(Moves);
            }

            var (zero, low, high) = (V.All(0d), move < V.All(1.5), move < V.All(2.5));
            forces.X(body) = V.Select(low, V.Select(move < V.All(0.5), zero, -strength), V.Select(high, strength, zero));
            forces.Y(body) = V.Select(high, zero, V.Select(move < V.All(3.5), -strength, strength));
        }

        for (var i = 0; message >= 0 && i < channels; i++)
        {
            tile.Memory(message + i) = V.Select(V.Abs(word - V.All(i)) < V.All(0.5), V.All(1d), V.All(0d));
        }

        return actions[1..];
    }

    /// <summary>Numbers in [0, 1], clipped to that: unused, left, right, down, up, then the message. Returns what follows.</summary>
    public static ReadOnlySpan<V> Push<V>(
        Tile<V> tile, int body, int message, int channels, V strength, ReadOnlySpan<V> actions, Forces<V> forces)
        where V : unmanaged, ILanes<V>
    {
        if (body >= 0)
        {
            forces.X(body) = (Clip(actions[2]) - Clip(actions[1])) * strength;
            forces.Y(body) = (Clip(actions[4]) - Clip(actions[3])) * strength;
            actions = actions[Moves..];
        }

        if (message < 0)
        {
            return actions;
        }

        for (var i = 0; i < channels; i++)
        {
            tile.Memory(message + i) = Clip(actions[i]);
        }

        return actions[channels..];
    }

    private static V Clip<V>(V value)
        where V : unmanaged, ILanes<V> => V.Min(V.Max(value, V.All(0d)), V.All(1d));
}
