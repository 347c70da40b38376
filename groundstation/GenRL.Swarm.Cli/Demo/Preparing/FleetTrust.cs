using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Messaging.Mqtt;
using GenRL.Swarm.Trust.Certificates;

namespace GenRL.Swarm.Cli.Demo.Preparing;

/// <summary>Who may do what in this run: a certificate for every process, by an authority that is forgotten at once, and the broker's rules.</summary>
internal sealed class FleetTrust
{
    private const string BrokerIdentity = "broker";
    private const string StationServer = "station-api";

    private readonly string _folder;

    private FleetTrust(string folder, string aclFile) => (_folder, AclFile) = (folder, aclFile);

    /// <summary>The broker's rules.</summary>
    public string AclFile { get; }

    /// <summary>The ground station's certificate for robots that connect to it.</summary>
    public CertificateFiles StationApi => CertificateFiles.In(_folder, StationServer);

    /// <summary>The broker's certificate.</summary>
    public BrokerTls Broker
    {
        get
        {
            var files = CertificateFiles.In(_folder, BrokerIdentity);
            return new BrokerTls(files.CaFile, files.CertificateFile, files.KeyFile);
        }
    }

    /// <summary>Makes certificates and rules.</summary>
    public static FleetTrust Create(string folder, string fleet, int robots, TimeProvider time)
    {
        RobotId[] ids = [.. Enumerable.Range(0, robots).Select(i => new RobotId((ushort)i))];
        using var authority = new FleetAuthority(folder, time);
        authority.IssueServer(BrokerIdentity);
        authority.IssueServer(StationServer);
        foreach (var identity in (string[])[FleetAcl.World, FleetAcl.Station, FleetAcl.Control, .. ids.Select(id => id.ToString())])
        {
            authority.IssueClient(identity);
        }

        var acl = Path.Combine(folder, "broker.acl");
        new FleetAcl(fleet, ids).Write(acl);
        return new FleetTrust(folder, acl);
    }

    /// <summary>A client's files.</summary>
    public CertificateFiles Client(string identity) => CertificateFiles.In(_folder, identity);

    /// <summary>The same for a bus in this process.</summary>
    public MqttTls Bus(string identity)
    {
        var files = Client(identity);
        return new MqttTls(files.CaFile, files.CertificateFile, files.KeyFile);
    }
}
