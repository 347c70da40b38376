namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>Why a fleet message was not accepted.</summary>
public enum FleetMessageError
{
    /// <summary>It was accepted.</summary>
    None,

    /// <summary>It is larger than <see cref="FleetMessages.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>It is not the JSON of such a message.</summary>
    Malformed,

    /// <summary>A value is outside its range.</summary>
    OutOfRange,

    /// <summary>A number is not finite.</summary>
    NotFinite,
}
