using System.Numerics;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Recording;

/// <summary>One neighbour slot of the models at one tick.</summary>
/// <param name="Present">Whether the slot is in use.</param>
/// <param name="Id">Which robot.</param>
/// <param name="Position">Position that the models were given, metres.</param>
/// <param name="Velocity">Velocity that the models were given, metres per second.</param>
/// <param name="HasMessage">Whether a fresh intention was used.</param>
/// <param name="MessageAge">Its age, seconds.</param>
/// <param name="At05">Where the intention puts it 0.5 s from now, metres; constant velocity without a message.</param>
/// <param name="At10">The same at 1.0 s.</param>
/// <param name="At15">The same at 1.5 s.</param>
/// <param name="Goal">Where its tokens say that it is going, metres; its position without tokens.</param>
public readonly record struct AttendedNeighbour(
    bool Present, RobotId Id, Vector2 Position, Vector2 Velocity, bool HasMessage, float MessageAge, Vector2 At05, Vector2 At10,
    Vector2 At15, Vector2 Goal);
