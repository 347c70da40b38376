using System.Numerics;

namespace GenRL.Swarm.Contracts.Perception;

/// <summary>What a robot measures of itself, in the world frame.</summary>
/// <param name="Position">Position of the control point, metres. For a differential drive that point lies ahead of the axle.</param>
/// <param name="Velocity">Velocity of the control point, metres per second.</param>
/// <param name="Heading">Heading, radians, counter-clockwise from the world's x axis.</param>
/// <param name="YawRate">Yaw rate, radians per second.</param>
public readonly record struct EgoState(Vector2 Position, Vector2 Velocity, float Heading, float YawRate)
{
    /// <summary>Whether every number is finite.</summary>
    public bool IsFinite =>
        float.IsFinite(Position.X) && float.IsFinite(Position.Y) && float.IsFinite(Velocity.X) && float.IsFinite(Velocity.Y)
        && float.IsFinite(Heading) && float.IsFinite(YawRate);
}
