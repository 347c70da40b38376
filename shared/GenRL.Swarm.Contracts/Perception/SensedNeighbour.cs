using System.Numerics;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Perception;

/// <summary>One neighbour as this robot's own sensors see it, in the world frame. The shield trusts these and nothing else.</summary>
/// <param name="Id">Which robot it is.</param>
/// <param name="Position">Measured position of its centre, metres.</param>
/// <param name="Velocity">Measured velocity, metres per second.</param>
/// <param name="Radius">Its radius, metres.</param>
public readonly record struct SensedNeighbour(RobotId Id, Vector2 Position, Vector2 Velocity, float Radius)
{
    /// <summary>Whether every number is finite and the radius positive.</summary>
    public bool IsFinite =>
        float.IsFinite(Position.X) && float.IsFinite(Position.Y) && float.IsFinite(Velocity.X) && float.IsFinite(Velocity.Y)
        && float.IsFinite(Radius) && Radius > 0f;
}
