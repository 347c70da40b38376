using System.Security.Cryptography.X509Certificates;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.GroundStation.Security;

/// <summary>Whether the sender of a request is the robot that it speaks for: its certificate's common name says who it is.</summary>
public sealed class RobotIdentity(StationOptions options)
{
    /// <summary>Always true on a station without TLS, which serves its own machine only.</summary>
    public bool Is(HttpContext http, RobotId robot) =>
        options.Tls is null
        || string.Equals(http.Connection.ClientCertificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false), robot.ToString(), StringComparison.Ordinal);
}
