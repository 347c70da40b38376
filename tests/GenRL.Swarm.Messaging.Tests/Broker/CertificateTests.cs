using System.Collections.Concurrent;
using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.Messaging.Tests.Broker;

public sealed class CertificateTests
{
    [Fact]
    public async Task Mutual_tls_connects_and_carries_messages()
    {
        await using var broker = await FleetBroker.StartAsync();
        await using var robot = await broker.BusAsync("r0");
        Assert.True(robot.IsConnected);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_refused_with_a_reason()
    {
        await using var broker = await FleetBroker.StartAsync();
        using var rogue = broker.OtherAuthority();
        var good = broker.Options("r0").Tls!;
        var bad = broker.Options("r0", rogue);
        await ExpectRefusal(bad with { Tls = bad.Tls! with { CaFile = good.CaFile } }, "TLS handshake", "alert");
    }

    [Fact]
    public async Task No_certificate_is_refused_with_a_reason()
    {
        await using var broker = await FleetBroker.StartAsync();
        var options = broker.Options("r0");
        await ExpectRefusal(options with { Tls = options.Tls! with { CertificateFile = null, KeyFile = null } }, "TLS handshake", "alert");
    }

    [Fact]
    public async Task An_untrusted_broker_is_refused_with_a_reason()
    {
        await using var broker = await FleetBroker.StartAsync();
        using var other = broker.OtherAuthority();
        var options = broker.Options("r0");
        await ExpectRefusal(options with { Tls = options.Tls! with { CaFile = other.CaFile } }, "certificate verify failed");
    }

    [Fact]
    public async Task No_tls_at_all_is_refused()
    {
        await using var broker = await FleetBroker.StartAsync();
        await ExpectRefusal(broker.Options("r0") with { Tls = null }, "broker");
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains("/nowhere/ca.crt", Assert.Throws<FileNotFoundException>(() => new MqttBus(
        new MqttBusOptions { ClientId = "x", Port = 1, Tls = new MqttTls("/nowhere/ca.crt", null, null) }, TimeProvider.System)).Message, StringComparison.Ordinal);

    private static async Task ExpectRefusal(MqttBusOptions options, params string[] anyOf)
    {
        var reports = new ConcurrentQueue<string>();
        await using var bus = new MqttBus(options with { Report = reports.Enqueue }, TimeProvider.System);
        await Inbox.Eventually(() => !reports.IsEmpty, () => "a report");
        Assert.False(bus.IsConnected);
        var report = reports.First();
        Assert.True(anyOf.Any(text => report.Contains(text, StringComparison.OrdinalIgnoreCase)), report);
    }
}
