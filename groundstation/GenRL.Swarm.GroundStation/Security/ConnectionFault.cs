namespace GenRL.Swarm.GroundStation.Security;

/// <summary>Why a connection to the API for robots was refused.</summary>
internal enum ConnectionFault
{
    /// <summary>No certificate was shown.</summary>
    NoCertificate,

    /// <summary>The fleet's authority has not issued the certificate, or its time is over.</summary>
    NotOfThisFleet,

    /// <summary>The fleet's authority has issued it, but not to a client.</summary>
    NotForClients,
}
