using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>What a robot tells its neighbours of itself once a second: what it can decode and how it moves. A pair of robots uses the highest codec that both support.</summary>
/// <param name="Sender">The robot that sent it.</param>
/// <param name="SentAt">When it was sent, on the fleet's clock.</param>
/// <param name="CodebookHash">Hash of its token codebook; intention frames carry the low 8 bits.</param>
/// <param name="LinearBasis">Which linear basis its coefficients refer to.</param>
/// <param name="Codecs">Bit i is set when it decodes codec i of <see cref="IntentionFrame.Codec"/>.</param>
/// <param name="Kinematics">How it moves.</param>
/// <param name="MaxSpeed">Largest speed, metres per second, positive.</param>
/// <param name="MaxAcceleration">Largest acceleration, metres per second squared, positive.</param>
/// <param name="Radius">Its radius, metres, positive.</param>
public readonly record struct HelloFrame(
    RobotId Sender, Stamp SentAt, uint CodebookHash, byte LinearBasis, uint Codecs, KinematicsKind Kinematics, float MaxSpeed,
    float MaxAcceleration, float Radius)
{
    /// <summary>Whether the sender decodes <paramref name="codec"/> (0 to 31).</summary>
    public bool Supports(byte codec) => codec < 32 && (Codecs >> codec & 1) != 0;
}
