using System.Numerics;

namespace GenRL.Swarm.Contracts.Safety;

/// <summary>What the shield made of one command.</summary>
/// <param name="Requested">The plan's command, metres per second, world axes.</param>
/// <param name="Allowed">The command that goes to the actuators, metres per second, world axes.</param>
/// <param name="Reason">Why the two differ.</param>
/// <param name="Barrier">The smallest barrier value h over all neighbours and obstacles; +infinity when there is none.</param>
public readonly record struct ShieldVerdict(Vector2 Requested, Vector2 Allowed, ShieldReason Reason, float Barrier)
{
    /// <summary>Whether the shield changed the command.</summary>
    public bool Intervened => Reason != ShieldReason.None;
}
