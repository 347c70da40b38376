using System.Numerics;

namespace GenRL.Swarm.Sim.Worlds;

/// <summary>What stands still in a world: the arena's outer walls, a rectangle around the origin, and obstacles inside it.</summary>
/// <param name="ArenaHalfSize">Half the arena's width and height, metres, positive.</param>
/// <param name="Walls">Inner walls.</param>
/// <param name="Discs">Round obstacles.</param>
public sealed record WorldDescription(Vector2 ArenaHalfSize, IReadOnlyList<WallSegment> Walls, IReadOnlyList<StaticDisc> Discs)
{
    /// <summary>An empty square arena.</summary>
    /// <param name="halfSize">Half its side, metres.</param>
    public static WorldDescription Open(float halfSize) => new(new Vector2(halfSize), [], []);
}
