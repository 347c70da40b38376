namespace GenRL.Swarm.Messaging.Tests;

public sealed class InProcessBusTests
{
    [Fact]
    public async Task A_message_reaches_every_matching_handler_in_order()
    {
        await using var bus = new InProcessBus();
        Inbox wild = new(), exact = new(), other = new();
        bus.Subscribe("swarm/+/intent", BusDelivery.BestEffort, wild.Take);
        bus.Subscribe("swarm/r1/intent", BusDelivery.BestEffort, exact.Take);
        bus.Subscribe("swarm/r2/#", BusDelivery.BestEffort, other.Take);
        var topic = bus.Topic("swarm/r1/intent");
        Assert.True(bus.Publish(topic, "a"u8, BusDelivery.BestEffort));
        Assert.True(bus.Publish(topic, "b"u8, BusDelivery.AtLeastOnce));
        await exact.Expect("swarm/r1/intent=b");
        Assert.Equal(["swarm/r1/intent=a", "swarm/r1/intent=b"], wild.Messages);
        Assert.Empty(other.Messages);
        await Inbox.Eventually(() => bus.Statistics.Delivered == 2, () => "two delivered");
        Assert.Equal(new BusStatistics(2, 2, 0, 0, 0), bus.Statistics);
    }

    [Fact]
    public async Task A_latched_message_reaches_late_subscribers_until_it_is_cleared()
    {
        await using var bus = new InProcessBus();
        var topic = bus.Topic("goal/r1");
        bus.Publish(topic, "old"u8, BusDelivery.Latched);
        bus.Publish(topic, "new"u8, BusDelivery.Latched);
        bus.Publish(bus.Topic("plain"), "gone"u8, BusDelivery.AtLeastOnce);
        Inbox late = new(), later = new();
        bus.Subscribe("#", BusDelivery.Latched, late.Take);
        await late.Expect("goal/r1=new");
        bus.Publish(topic, [], BusDelivery.Latched);
        await late.Expect("goal/r1=");
        Assert.Equal(["goal/r1=new", "goal/r1="], late.Messages);
        bus.Subscribe("#", BusDelivery.Latched, later.Take);
        bus.Publish(bus.Topic("end"), [], BusDelivery.BestEffort);
        await later.Expect("end=");
        Assert.Equal(["end="], later.Messages);
    }

    [Fact]
    public async Task A_full_queue_drops_the_oldest_and_counts()
    {
        await using var bus = new InProcessBus(new BusQueueOptions { Messages = 4, Bytes = 64 });
        using var busy = new ManualResetEventSlim();
        using var free = new ManualResetEventSlim();
        var inbox = new Inbox();
        bus.Subscribe("block", BusDelivery.BestEffort, (_, _) =>
        {
            busy.Set();
            free.Wait();
        });
        bus.Subscribe("n", BusDelivery.BestEffort, inbox.Take);
        bus.Publish(bus.Topic("block"), [], BusDelivery.BestEffort);
        busy.Wait(TestContext.Current.CancellationToken);
        var topic = bus.Topic("n");
        for (var i = 0; i < 10; i++)
        {
            Assert.True(bus.Publish(topic, [(byte)('0' + i)], BusDelivery.BestEffort));
        }

        free.Set();
        await inbox.Expect("n=9");
        Assert.Equal(["n=6", "n=7", "n=8", "n=9"], inbox.Messages);
        Assert.Equal(6, bus.Statistics.Dropped);
    }

    [Fact]
    public async Task The_byte_bound_drops_the_oldest_and_wraps_whole()
    {
        await using var bus = new InProcessBus(new BusQueueOptions { Messages = 100, Bytes = 64 });
        var inbox = new Inbox();
        bus.Subscribe("n", BusDelivery.BestEffort, inbox.Take);
        var topic = bus.Topic("n");
        for (var i = 0; i < 50; i++)
        {
            var text = new string((char)('a' + (i % 26)), 1 + (i * 7 % 60));
            bus.Publish(topic, System.Text.Encoding.UTF8.GetBytes(text), BusDelivery.BestEffort);
            await inbox.Expect($"n={text}");
        }

        Assert.False(bus.Publish(topic, new byte[65], BusDelivery.BestEffort));
        Assert.Equal(1, bus.Statistics.Dropped);
    }

    [Fact]
    public async Task A_handler_that_throws_is_counted_and_reported_and_the_bus_goes_on()
    {
        var reported = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var bus = new InProcessBus(report: reported.Enqueue);
        var inbox = new Inbox();
        bus.Subscribe("a", BusDelivery.BestEffort, (_, _) => throw new InvalidOperationException("broken on purpose"));
        bus.Subscribe("a", BusDelivery.BestEffort, inbox.Take);
        bus.Publish(bus.Topic("a"), "x"u8, BusDelivery.BestEffort);
        await inbox.Expect("a=x");
        Assert.Equal(1, bus.Statistics.Faults);
        Assert.Contains("broken on purpose", Assert.Single(reported), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_allocates_nothing()
    {
        await using var bus = new InProcessBus();
        bus.Subscribe("a", BusDelivery.BestEffort, (_, _) => { });
        var topic = bus.Topic("a");
        var payload = new byte[100];
        Publish(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Publish(10_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Publish(int times)
        {
            for (var i = 0; i < times; i++)
            {
                bus.Publish(topic, payload, i % 2 == 0 ? BusDelivery.BestEffort : BusDelivery.Latched);
            }
        }
    }

    [Fact]
    public async Task After_disposal_nothing_is_accepted()
    {
        var bus = new InProcessBus();
        await bus.DisposeAsync();
        await bus.DisposeAsync();
        Assert.False(bus.IsConnected);
        Assert.False(bus.Publish(bus.Topic("a"), [], BusDelivery.BestEffort));
    }
}
