using System.Numerics;

namespace GenRL.Swarm.Agent.Observing;

/// <summary>One neighbour as the models are told of it, world frame, metres and metres per second.</summary>
/// <param name="Position">Sensed (or, out of sight, intended) position.</param>
/// <param name="Velocity">Sensed (or intended) velocity.</param>
/// <param name="Radius">Radius.</param>
/// <param name="HasMessage">Whether the three way-points and the goal come from a fresh intention; otherwise they are constant velocity and the position.</param>
/// <param name="MessageAge">Age of that intention, seconds; 0 without one.</param>
/// <param name="Confidence">Trust in the sender times its own confidence, 0 to 1; 0 without a message.</param>
/// <param name="At05">Expected position 0.5 s from now.</param>
/// <param name="At10">Expected position 1.0 s from now.</param>
/// <param name="At15">Expected position 1.5 s from now.</param>
/// <param name="Goal">Where it is going.</param>
public readonly record struct NeighbourView(
    Vector2 Position, Vector2 Velocity, float Radius, bool HasMessage, float MessageAge, float Confidence, Vector2 At05, Vector2 At10,
    Vector2 At15, Vector2 Goal)
{
    /// <summary>A neighbour of which nothing is known but what the sensors say: it goes on as it does.</summary>
    public static NeighbourView ConstantVelocity(Vector2 position, Vector2 velocity, float radius) => new(
        position, velocity, radius, false, 0f, 0f, position + (velocity * 0.5f), position + velocity, position + (velocity * 1.5f), position);
}
