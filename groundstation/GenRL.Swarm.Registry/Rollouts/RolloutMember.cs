using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Registry.Rollouts;

/// <summary>A robot's part in a rollout.</summary>
/// <param name="Robot">The robot.</param>
/// <param name="State">How far it is.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why it failed; otherwise empty.</param>
public sealed record RolloutMember(RobotId Robot, MemberState State, DateTimeOffset Since, string Reason);

/// <summary>How far a robot is in a rollout.</summary>
public enum MemberState
{
    /// <summary>Not asked yet.</summary>
    Waiting,

    /// <summary>Offered the release.</summary>
    Offered,

    /// <summary>Flies it.</summary>
    Adopted,

    /// <summary>Has flown it long enough within its health bounds.</summary>
    Healthy,

    /// <summary>Refused it, rolled it back, or was not heard of in time.</summary>
    Failed,
}
