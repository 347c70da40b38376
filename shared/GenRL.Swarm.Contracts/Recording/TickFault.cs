namespace GenRL.Swarm.Contracts.Recording;

/// <summary>Why a plan tick produced no new plan. The robot goes on with the committed plan until it runs out. Numbers are part of the log format.</summary>
public enum TickFault : byte
{
    /// <summary>A new plan was made.</summary>
    None = 0,

    /// <summary>The sensor frame holds a number that is not finite.</summary>
    BadSensors = 1,

    /// <summary>The models returned a number that is not finite.</summary>
    BadModelOutput = 2,

    /// <summary>There is no goal.</summary>
    NoGoal = 3,
}
