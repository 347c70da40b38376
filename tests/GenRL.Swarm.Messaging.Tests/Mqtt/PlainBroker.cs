using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.Messaging.Tests.Mqtt;

/// <summary>A broker without certificates, and buses on it.</summary>
internal sealed class PlainBroker : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private PlainBroker(TemporaryFolder folder, BrokerProcess process)
    {
        _folder = folder;
        Process = process;
    }

    public BrokerProcess Process { get; }

    public static async Task<PlainBroker> StartAsync()
    {
        var folder = new TemporaryFolder();
        return new PlainBroker(
            folder, await BrokerProcess.StartAsync(new BrokerOptions { Folder = folder.Path }, TestContext.Current.CancellationToken));
    }

    public MqttBusOptions Options(string id) => new() { ClientId = id, Port = Process.Port };

    public MqttBus Bus(string id) => new(Options(id), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _folder.Dispose();
    }
}
