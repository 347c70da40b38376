using System.Numerics;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>
/// Something that plans for many robots from what they see: the flow teacher, or the one-step student. Not thread-safe.
/// </summary>
public interface IChunkPolicy
{
    /// <summary>Proposes plans.</summary>
    /// <param name="observations">What the robots see, B of them.</param>
    /// <param name="samples">Plans per robot, K.</param>
    /// <param name="plans">Receives them, [B,K,H], metres per second; a command may exceed the speed limit. The caller's memory.</param>
    void Propose(ObservationBatch observations, int samples, Span<Vector2> plans);
}
