using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>Robots scattered over a square go to places scattered anew.</summary>
internal sealed class RandomGoals : IScenario
{
    public string Name => "random-goals";

    public WorldDescription Describe(int robots) => WorldDescription.Open(Field.ArenaHalfSize(robots));

    public void Places(ulong seed, int mission, Span<Vector2> places)
    {
        var random = new RandomStream(seed, mission, (int)Purpose.Places);
        var corner = new Vector2(Field.Extent(places.Length));
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Field.FreePlace(random, -corner, corner, places, i);
        }
    }
}
