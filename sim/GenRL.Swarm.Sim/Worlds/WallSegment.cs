using System.Numerics;

namespace GenRL.Swarm.Sim.Worlds;

/// <summary>A thin straight wall.</summary>
/// <param name="From">One end, metres.</param>
/// <param name="To">The other end, metres.</param>
public readonly record struct WallSegment(Vector2 From, Vector2 To);
