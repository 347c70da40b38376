using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>
/// Two rooms and one door. Robots of even and odd number start in different rooms and change rooms every mission. The door is
/// 0.45 m wide: a robot of 0.24 m passes with 10 cm to spare on either side, two abreast do not fit.
/// </summary>
internal sealed class Doorway : IScenario
{
    private const float DoorWidth = 0.45f;

    // Places keep off the wall between the rooms, so that nobody waits in the door, metres.
    private const float FreeOfWall = 0.5f;

    public string Name => "doorway";

    public WorldDescription Describe(int robots)
    {
        var half = Field.ArenaHalfSize(robots);
        return WorldDescription.Open(half) with
        {
            Walls =
            [
                new WallSegment(new Vector2(0f, -half), new Vector2(0f, -DoorWidth / 2f)),
                new WallSegment(new Vector2(0f, DoorWidth / 2f), new Vector2(0f, half)),
            ],
        };
    }

    public void Places(ulong seed, int mission, Span<Vector2> places)
    {
        var random = new RandomStream(seed, mission, (int)Purpose.Places);
        var extent = Field.Extent(places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            var (low, high) = (i + mission) % 2 == 0 ? (-extent, -FreeOfWall) : (FreeOfWall, extent);
            places[i] = Field.FreePlace(random, new Vector2(low, -extent), new Vector2(high, extent), places, i);
        }
    }
}
