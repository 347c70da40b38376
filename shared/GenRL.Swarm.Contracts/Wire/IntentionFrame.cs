using System.Numerics;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>
/// A robot's intention in 24 bytes: where it is, how its plan departs from constant velocity (6 linear coefficients), and what
/// geometry cannot say (2 tokens of 10 bits). Laid out by <see cref="IntentionCodec"/>.
/// </summary>
/// <param name="Codec">0: linear part only; 1: linear part and tokens.</param>
/// <param name="CodebookHash">Low 8 bits of the hash of the token codebook that made <paramref name="TokenA"/> and <paramref name="TokenB"/>.</param>
/// <param name="Sender">The robot that sent it.</param>
/// <param name="Flags">What the robot says of itself.</param>
/// <param name="SendTime">Send time on the fleet's clock, milliseconds modulo 65 536.</param>
/// <param name="Sequence">Counts this sender's frames, modulo 256.</param>
/// <param name="SpreadClass">Spread of the plan, 0 to 15: standard deviation 0.02 m to 2 m on a log scale.</param>
/// <param name="EpistemicClass">The sender's own model uncertainty, 0 (sure) to 15.</param>
/// <param name="Position">Position, metres, world frame; resolution 1 cm, range +-327 m.</param>
/// <param name="Velocity">Velocity, metres per second, world axes; resolution 1/127 of <see cref="IntentionCodec.VelocityRange"/>.</param>
/// <param name="Coefficients">Linear coefficients, quantised: see GenRL.Swarm.Agent's IntentionCode.</param>
/// <param name="TokenA">First token, 0 to 999.</param>
/// <param name="TokenB">Second token, 0 to 999.</param>
public readonly record struct IntentionFrame(
    byte Codec, byte CodebookHash, RobotId Sender, IntentionFlags Flags, ushort SendTime, byte Sequence, byte SpreadClass,
    byte EpistemicClass, Vector2 Position, Vector2 Velocity, LinearCoefficients Coefficients, ushort TokenA, ushort TokenB);
