namespace GenRL.Swarm.GroundStation.Ingest;

/// <summary>Why an upload, or a part of one, was not taken.</summary>
public enum UploadFault
{
    /// <summary>It was taken.</summary>
    None,

    /// <summary>The robot, name, hash or length in the address is not one.</summary>
    BadRequest,

    /// <summary>The certificate shown is another robot's, or there is none.</summary>
    WrongRobot,

    /// <summary>Larger than a log may be, or more bytes came than announced. What had arrived is dropped.</summary>
    TooLarge,

    /// <summary>The part does not begin where the last one ended: the answer says where to go on.</summary>
    WrongOffset,

    /// <summary>Another connection is sending the same log.</summary>
    Busy,

    /// <summary>The robot already has another log of that name here.</summary>
    NameTaken,

    /// <summary>Complete, but not what its hash says. What had arrived is dropped.</summary>
    WrongHash,
}
