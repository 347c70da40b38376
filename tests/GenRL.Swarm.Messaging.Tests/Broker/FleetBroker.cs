using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Messaging.Mqtt;
using GenRL.Swarm.Trust.Certificates;

namespace GenRL.Swarm.Messaging.Tests.Broker;

/// <summary>A broker with certificates and rules for a fleet of three robots.</summary>
internal sealed class FleetBroker : IAsyncDisposable
{
    public const string Fleet = "test";

    private readonly TemporaryFolder _folder;
    private readonly FleetAuthority _authority;
    private readonly BrokerProcess _process;

    private FleetBroker(TemporaryFolder folder, FleetAuthority authority, BrokerProcess process)
    {
        _folder = folder;
        _authority = authority;
        _process = process;
    }

    public static async Task<FleetBroker> StartAsync()
    {
        var folder = new TemporaryFolder();
        var authority = new FleetAuthority(folder["ca"], TimeProvider.System);
        var server = authority.IssueServer("broker");
        new FleetAcl(Fleet, [new RobotId(0), new RobotId(1), new RobotId(2)]).Write(folder["acl"]);
        var options = new BrokerOptions
        {
            Folder = folder.Path,
            Tls = new BrokerTls(server.CaFile, server.CertificateFile, server.KeyFile),
            AclFile = folder["acl"],
        };
        return new FleetBroker(folder, authority, await BrokerProcess.StartAsync(options, TestContext.Current.CancellationToken));
    }

    public MqttBusOptions Options(string identity, FleetAuthority? authority = null)
    {
        var files = (authority ?? _authority).IssueClient(identity);
        return new MqttBusOptions
        {
            ClientId = identity, Port = _process.Port, Tls = new MqttTls(files.CaFile, files.CertificateFile, files.KeyFile),
        };
    }

    public async Task<MqttBus> BusAsync(string identity)
    {
        var bus = new MqttBus(Options(identity), TimeProvider.System);
        await Inbox.Ready(bus);
        return bus;
    }

    public FleetAuthority OtherAuthority() => new(_folder["other"], TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _authority.Dispose();
        _folder.Dispose();
    }
}
