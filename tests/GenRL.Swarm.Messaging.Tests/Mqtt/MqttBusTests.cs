using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.Messaging.Tests.Mqtt;

public sealed class MqttBusTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MqttVersion.V5)]
    [InlineData(MqttVersion.V311)]
    public async Task Every_kind_of_delivery_arrives_in_both_protocols(MqttVersion version)
    {
        await using var broker = await PlainBroker.StartAsync();
        await using var sender = new MqttBus(broker.Options("sender") with { Version = version }, TimeProvider.System);
        await using var receiver = new MqttBus(broker.Options("receiver") with { Version = version }, TimeProvider.System);
        var inbox = new Inbox();
        receiver.Subscribe("swarm/+/intent", BusDelivery.AtLeastOnce, inbox.Take);
        await Inbox.Ready(receiver);
        await Inbox.Ready(sender);
        var topic = sender.Topic("swarm/r1/intent");
        Assert.True(sender.Publish(topic, "0"u8, BusDelivery.BestEffort));
        Assert.True(sender.Publish(topic, "1"u8, BusDelivery.AtLeastOnce));
        Assert.True(sender.Publish(topic, "2"u8, BusDelivery.Latched));
        await inbox.Expect("swarm/r1/intent=2");
        Assert.Equal(["swarm/r1/intent=0", "swarm/r1/intent=1", "swarm/r1/intent=2"], inbox.Messages);
        Assert.Equal(new BusStatistics(3, 0, 0, 0, 0), sender.Statistics);
    }

    [Fact]
    public async Task A_latched_message_reaches_late_subscribers()
    {
        await using var broker = await PlainBroker.StartAsync();
        await using var bus = broker.Bus("one");
        bus.Publish(bus.Topic("goal/r1"), "there"u8, BusDelivery.Latched);
        Inbox early = new(), late = new();
        bus.Subscribe("goal/#", BusDelivery.Latched, early.Take);
        await early.Expect("goal/r1=there");
        bus.Subscribe("goal/r1", BusDelivery.Latched, late.Take);
        await late.Expect("goal/r1=there");
    }

    [Fact]
    public async Task Overlapping_filters_bring_a_message_once_to_each_handler()
    {
        await using var broker = await PlainBroker.StartAsync();
        await using var bus = broker.Bus("one");
        Inbox wide = new(), narrow = new(), second = new(), end = new();
        bus.Subscribe("a/#", BusDelivery.AtLeastOnce, wide.Take);
        bus.Subscribe("a/b", BusDelivery.AtLeastOnce, narrow.Take);
        bus.Subscribe("a/b", BusDelivery.AtLeastOnce, second.Take);
        bus.Subscribe("end", BusDelivery.AtLeastOnce, end.Take);
        await Inbox.Ready(bus);
        bus.Publish(bus.Topic("a/b"), "x"u8, BusDelivery.AtLeastOnce);
        bus.Publish(bus.Topic("end"), "x"u8, BusDelivery.AtLeastOnce);
        await end.Expect("end=x");
        Assert.Equal(["a/b=x"], wide.Messages);
        Assert.Equal(["a/b=x"], narrow.Messages);
        Assert.Equal(["a/b=x"], second.Messages);
    }

    [Fact]
    public async Task The_last_will_comes_after_a_crash_and_not_after_a_goodbye()
    {
        await using var broker = await PlainBroker.StartAsync();
        await using var watcher = broker.Bus("watcher");
        var inbox = new Inbox();
        watcher.Subscribe("status/#", BusDelivery.AtLeastOnce, inbox.Take);
        await Inbox.Ready(watcher);
        await using (var polite = new MqttBus(WithWill("polite"), TimeProvider.System))
        {
            await Inbox.Ready(polite);
        }

        MosquittoConnection? connection = null;
        var options = WithWill("crashed");
        await using var crashed = new MqttBus(options, bus => connection = new MosquittoConnection(options, bus, TimeProvider.System));
        await Inbox.Ready(crashed);
        await connection!.AbortAsync();
        await inbox.Expect("status/crashed=gone");
        Assert.Equal(["status/crashed=gone"], inbox.Messages);

        MqttBusOptions WithWill(string id) => broker.Options(id) with { Will = new LastWill($"status/{id}", "gone"u8.ToArray(), BusDelivery.AtLeastOnce) };
    }

    [Fact]
    public async Task Everything_published_before_a_goodbye_is_delivered()
    {
        await using var broker = await PlainBroker.StartAsync();
        await using var receiver = broker.Bus("receiver");
        var inbox = new Inbox();
        receiver.Subscribe("n", BusDelivery.BestEffort, inbox.Take);
        await Inbox.Ready(receiver);
        await using (var sender = broker.Bus("sender"))
        {
            await Inbox.Ready(sender);
            var topic = sender.Topic("n");
            for (var i = 0; i < 100; i++)
            {
                Assert.True(sender.Publish(topic, System.Text.Encoding.UTF8.GetBytes($"{i}"), BusDelivery.BestEffort));
            }
        }

        await inbox.Expect("n=99");
        Assert.Equal(100, inbox.Messages.Length);
    }

    [Fact]
    public async Task A_slow_handler_loses_the_oldest_messages_and_counts_them()
    {
        await using var broker = await PlainBroker.StartAsync();
        await using var sender = broker.Bus("sender");
        await using var receiver = new MqttBus(
            broker.Options("receiver") with { Queue = new BusQueueOptions { Messages = 3, Bytes = 1000 } }, TimeProvider.System);
        using var free = new ManualResetEventSlim();
        using var busy = new ManualResetEventSlim();
        var inbox = new Inbox();
        receiver.Subscribe("n", BusDelivery.AtLeastOnce, (topic, payload) =>
        {
            busy.Set();
            free.Wait();
            inbox.Take(topic, payload);
        });
        await Inbox.Ready(receiver);
        await Inbox.Ready(sender);
        var topic = sender.Topic("n");
        sender.Publish(topic, "first"u8, BusDelivery.AtLeastOnce);
        busy.Wait(Cancellation);
        for (var i = 0; i < 10; i++)
        {
            sender.Publish(topic, [(byte)('0' + i)], BusDelivery.AtLeastOnce);
        }

        await Inbox.Eventually(() => receiver.Statistics.Dropped == 7, () => $"7 dropped, not {receiver.Statistics}");
        free.Set();
        await inbox.Expect("n=9");
        Assert.Equal(["n=first", "n=7", "n=8", "n=9"], inbox.Messages);
    }

    [Fact]
    public async Task Publishing_allocates_nothing()
    {
        await using var broker = await PlainBroker.StartAsync();
        await using var bus = broker.Bus("one");
        await Inbox.Ready(bus);
        var topic = bus.Topic("a/b");
        var payload = new byte[100];
        Publish(50);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Publish(3000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(3050, bus.Statistics.Published);

        void Publish(int times)
        {
            for (var i = 0; i < times; i++)
            {
                bus.Publish(topic, payload, (BusDelivery)(i % 3));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/+")]
    [InlineData("a\0")]
    public async Task A_malformed_topic_is_refused(string topic)
    {
        await using var bus = new MqttBus(new MqttBusOptions { ClientId = "x", Port = 1 }, TimeProvider.System);
        Assert.ThrowsAny<ArgumentException>(() => bus.Topic(topic));
        Assert.ThrowsAny<ArgumentException>(() => bus.Subscribe("a#", BusDelivery.BestEffort, (_, _) => { }));
        Assert.ThrowsAny<ArgumentException>(() => new MqttBus(
            new MqttBusOptions { ClientId = "x", Port = 1, Will = new LastWill(topic, default, BusDelivery.Latched) }, TimeProvider.System));
    }
}
