using System.Numerics;

namespace GenRL.Swarm.Sim.Worlds;

/// <summary>A round obstacle that does not move, as solid as a wall.</summary>
/// <param name="Centre">Its centre, metres.</param>
/// <param name="Radius">Its radius, metres, positive.</param>
public readonly record struct StaticDisc(Vector2 Centre, float Radius);
