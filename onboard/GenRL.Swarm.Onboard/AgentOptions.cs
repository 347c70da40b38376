using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard;

/// <summary>What the brain needs to know of its body.</summary>
/// <param name="Robot">Who it is.</param>
/// <param name="Radius">Its radius, metres.</param>
/// <param name="MaxSpeed">Largest commanded speed, metres per second.</param>
/// <param name="Shield">What the shield assumes.</param>
/// <param name="Seed">The run's seed: the same seed and inputs give the same plans, byte for byte.</param>
public sealed record AgentOptions(RobotId Robot, float Radius, float MaxSpeed, ShieldOptions Shield, ulong Seed);
