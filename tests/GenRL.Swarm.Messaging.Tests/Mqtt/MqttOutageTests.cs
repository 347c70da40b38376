using System.Collections.Concurrent;
using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.Messaging.Tests.Mqtt;

public sealed class MqttOutageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MqttVersion.V5)]
    [InlineData(MqttVersion.V311)]
    public async Task After_a_broker_crash_the_bus_reconnects_subscribes_again_and_delivers_what_was_kept_once(MqttVersion version)
    {
        await using var broker = await PlainBroker.StartAsync();
        await using var receiver = new MqttBus(broker.Options("receiver") with { Version = version }, TimeProvider.System);
        await using var sender = new MqttBus(broker.Options("sender") with { Version = version }, TimeProvider.System);
        var inbox = new Inbox();
        receiver.Subscribe("n", BusDelivery.AtLeastOnce, inbox.Take);
        await Inbox.Ready(receiver);
        await Inbox.Ready(sender);
        var topic = sender.Topic("n");
        sender.Publish(topic, "before"u8, BusDelivery.AtLeastOnce);
        await inbox.Expect("n=before");

        await broker.Process.KillAsync();
        await Inbox.Eventually(() => !sender.IsConnected && !receiver.IsConnected, () => "both disconnected");
        Assert.False(sender.Publish(topic, "lost"u8, BusDelivery.BestEffort));

        // Latched, so that it is there whichever of the two comes back first.
        Assert.True(sender.Publish(topic, "kept"u8, BusDelivery.Latched));
        await broker.Process.RestartAsync(Cancellation);
        await inbox.Expect("n=kept");
        await Inbox.Ready(sender);
        sender.Publish(topic, "after"u8, BusDelivery.AtLeastOnce);
        await inbox.Expect("n=after");
        Assert.Equal(["n=before", "n=kept", "n=after"], inbox.Messages);
        Assert.Equal(1, sender.Statistics.Reconnects);
        Assert.Equal(1, sender.Statistics.Dropped);
    }

    [Fact]
    public async Task What_is_published_before_the_broker_is_there_arrives_once_up_to_the_bound()
    {
        await using var broker = await PlainBroker.StartAsync();
        await broker.Process.KillAsync();
        await using var receiver = broker.Bus("receiver");
        var inbox = new Inbox();
        receiver.Subscribe("n/#", BusDelivery.AtLeastOnce, inbox.Take);
        await using var sender = new MqttBus(broker.Options("sender") with { MaxPending = 30 }, TimeProvider.System);
        for (var i = 10; i < 50; i++)
        {
            // Latched, so that they are there whichever of the two comes first.
            Assert.Equal(i < 40, sender.Publish(sender.Topic($"n/{i}"), "x"u8, BusDelivery.Latched));
        }

        await broker.Process.RestartAsync(Cancellation);
        await Inbox.Ready(receiver);
        await Inbox.Ready(sender);
        await Inbox.Eventually(() => inbox.Messages.Length >= 30, () => $"30 messages, not {inbox.Messages.Length}");
        sender.Publish(sender.Topic("n/end"), "x"u8, BusDelivery.AtLeastOnce);
        await inbox.Expect("n/end=x");
        Assert.Equal([.. Enumerable.Range(10, 30).Select(i => $"n/{i}=x"), "n/end=x"], inbox.Messages.Order());
        Assert.Equal(10, sender.Statistics.Dropped);
    }

    [Fact]
    public async Task A_missing_broker_is_reported_once_and_disposal_does_not_wait_for_it()
    {
        var reports = new ConcurrentQueue<string>();
        var bus = new MqttBus(new MqttBusOptions { ClientId = "x", Port = 1, Report = reports.Enqueue }, TimeProvider.System);
        await Inbox.Eventually(() => !reports.IsEmpty, () => "a report");
        Assert.False(bus.IsConnected);
        await bus.DisposeAsync();
        Assert.Contains("127.0.0.1:1", Assert.Single(reports), StringComparison.Ordinal);
        Assert.False(bus.Publish(bus.Topic("a"), [], BusDelivery.AtLeastOnce));
    }

    [Fact]
    public async Task A_second_client_of_the_same_id_is_reported_and_neither_spins()
    {
        await using var broker = await PlainBroker.StartAsync();
        var reports = new ConcurrentQueue<string>();
        await using var first = new MqttBus(broker.Options("same") with { Report = reports.Enqueue }, TimeProvider.System);
        await Inbox.Ready(first);
        await using var second = broker.Bus("same");
        await Inbox.Ready(second);
        await Inbox.Eventually(() => reports.Count >= 2, () => "a report of the loss");
        Assert.True(first.Statistics.Reconnects < 20);
    }
}
