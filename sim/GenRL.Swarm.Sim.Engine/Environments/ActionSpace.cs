using System.Collections.Immutable;

namespace GenRL.Swarm.Sim.Engine.Environments;

/// <summary>What one agent may do: either some choices, or some numbers of an interval.</summary>
/// <param name="Choices">For each number of the action, among how many it chooses; empty where the numbers are continuous.</param>
/// <param name="Size">Numbers of one action.</param>
/// <param name="Low">Least value of a continuous number.</param>
/// <param name="High">Greatest value of a continuous number.</param>
public sealed record ActionSpace(ImmutableArray<int> Choices, int Size, float Low, float High)
{
    /// <summary>One choice among each of <paramref name="choices"/>.</summary>
    public static ActionSpace Discrete(params ImmutableArray<int> choices) => new(choices, choices.Length, 0f, 0f);

    /// <summary><paramref name="size"/> numbers from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static ActionSpace Continuous(int size, float low, float high) => new([], size, low, high);

    /// <summary>The least that each number of an action may be.</summary>
    public float Least => Choices.IsEmpty ? Low : 0f;

    /// <summary>The most that number <paramref name="number"/> of an action may be.</summary>
    public float Most(int number) => Choices.IsEmpty ? High : Choices[number] - 1f;
}
