namespace GenRL.Swarm.Contracts.Wire;

/// <summary>Why a frame from the bus was rejected. Every rejected frame is counted under its reason.</summary>
public enum FrameError : byte
{
    /// <summary>The frame is well formed.</summary>
    None = 0,

    /// <summary>Shorter or longer than the format says.</summary>
    WrongLength = 1,

    /// <summary>The check sum does not match.</summary>
    BadChecksum = 2,

    /// <summary>A protocol version that this build does not know.</summary>
    UnknownVersion = 3,

    /// <summary>A codec id that this build does not know.</summary>
    UnknownCodec = 4,

    /// <summary>The frame claims to come from the receiver itself, or from a robot other than its topic says.</summary>
    WrongSender = 5,

    /// <summary>A sequence number that was seen already: a replay or a duplicate.</summary>
    Replayed = 6,

    /// <summary>Sent too long ago, or in the future.</summary>
    Stale = 7,

    /// <summary>A number outside its range, or not finite.</summary>
    OutOfRange = 8,

    /// <summary>A count larger than the buffers hold.</summary>
    TooMany = 9,
}
