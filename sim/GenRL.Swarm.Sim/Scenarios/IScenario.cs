using System.Numerics;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>
/// A task for a swarm: a world, and a chain of places for every robot. Mission m starts where the places of m lie and ends at those of m + 1, so
/// that missions can follow each other without moving a robot by hand; a single episode is mission 0. Stateless and thread-safe.
/// </summary>
public interface IScenario
{
    /// <summary>The name that configurations and orders use.</summary>
    string Name { get; }

    /// <summary>The world for <paramref name="robots"/> robots.</summary>
    WorldDescription Describe(int robots);

    /// <summary>
    /// Where each robot of <paramref name="places"/> should be when mission <paramref name="mission"/> begins: a pure function of
    /// (seed, mission, number of robots).
    /// </summary>
    void Places(ulong seed, int mission, Span<Vector2> places);
}
