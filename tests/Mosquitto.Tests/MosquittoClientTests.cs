using GenRL.Swarm.Messaging.Broker;

namespace Mosquitto.Tests;

public sealed class MosquittoClientTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mosquitto-tests-").FullName;
    private BrokerProcess _broker = null!;

    public async ValueTask InitializeAsync() =>
        _broker = await BrokerProcess.StartAsync(new BrokerOptions { Folder = _folder }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(MosquittoProtocol.V5, 0)]
    [InlineData(MosquittoProtocol.V5, 1)]
    [InlineData(MosquittoProtocol.V311, 0)]
    [InlineData(MosquittoProtocol.V311, 1)]
    public async Task A_message_arrives_with_its_quality_of_service(MosquittoProtocol protocol, int qos)
    {
        await using var client = new TestClient(Options("a") with { Protocol = protocol }, "a/#");
        await client.Expect("subscribed True");
        Assert.Equal(MosquittoResult.Success, client.Client.Publish("a/b\0"u8, "hello"u8, qos, false, null, out var id));
        await client.Expect($"published {id}");
        await TestClient.Eventually(() => !client.Messages.IsEmpty, "the message");
        Assert.True(client.Messages.TryPeek(out var got));
        Assert.Equal(("a/b", "hello", qos, false), (got.Topic, got.Text, got.Qos, got.Retained));
        Assert.Equal(protocol == MosquittoProtocol.V5 ? 7 : 0, got.Subscription);
        Assert.Equal((null, null), (got.Expiry, got.ContentType));
    }

    [Fact]
    public async Task Properties_travel_and_one_list_serves_many_messages()
    {
        await using var client = new TestClient(Options("a"), "a");
        await client.Expect("subscribed True");
        using var properties = new MosquittoProperties()
            .WithExpiry(30).WithContentType("application/x-intention").WithUserProperty("robot", "r1").WithUserProperty("seq", "42");
        for (var i = 0; i < 3; i++)
        {
            client.Client.Publish("a\0"u8, "x"u8, i % 2, false, properties, out _);
        }

        await TestClient.Eventually(() => client.Messages.Count == 3, "three messages");
        Assert.All(client.Messages, got =>
        {
            Assert.Equal((30u, "application/x-intention"), (got.Expiry, got.ContentType));
            Assert.Equal(["robot=r1", "seq=42"], got.UserProperties);
        });
    }

    [Fact]
    public async Task The_will_is_published_after_an_abort_only()
    {
        await using var watcher = new TestClient(Options("watcher"), "will/#");
        await watcher.Expect("subscribed True");
        foreach (var (name, abort) in new[] { ("polite", false), ("crashed", true) })
        {
            var client = new TestClient(Options(name) with { Will = new MosquittoWill($"will/{name}", "gone"u8.ToArray(), 1, false) });
            await client.Expect("connected");
            await (abort ? client.AbortAsync() : client.DisposeAsync());
        }

        await TestClient.Eventually(() => !watcher.Messages.IsEmpty, "the will");
        Assert.Equal("will/crashed", Assert.Single(watcher.Messages).Topic);
    }

    [Fact]
    public async Task An_exception_in_a_callback_is_reported_and_the_next_message_arrives()
    {
        var count = 0;
        await using var client = new TestClient(Options("a"), "a", (in MosquittoMessage message) =>
        {
            if (Interlocked.Increment(ref count) == 1)
            {
                throw new InvalidOperationException("broken on purpose");
            }
        });
        await client.Expect("subscribed True");
        client.Client.Publish("a\0"u8, "1"u8, 0, false, null, out _);
        client.Client.Publish("a\0"u8, "2"u8, 0, false, null, out _);
        await client.Expect("fault broken on purpose");
        await TestClient.Eventually(() => Volatile.Read(ref count) == 2, "the second message");
    }

    [Fact]
    public async Task Publishing_allocates_no_managed_memory()
    {
        await using var client = new TestClient(Options("a"));
        await client.Expect("connected");
        using var properties = new MosquittoProperties().WithExpiry(1);
        var payload = new byte[64];
        Publish(10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Publish(1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Publish(int times)
        {
            for (var i = 0; i < times; i++)
            {
                client.Client.Publish("a/b\0"u8, payload, i % 2, false, properties, out _);
            }
        }
    }

    [Fact]
    public void A_refused_connection_is_a_result_with_a_reason()
    {
        using var client = new MosquittoClient(Options("a") with { Port = 1 }, new MosquittoCallbacks());
        var result = client.Connect(TestContext.Current.CancellationToken);
        Assert.NotEqual(MosquittoResult.Success, result);
        Assert.Contains("127.0.0.1:1", client.Explain(result), StringComparison.Ordinal);
        Assert.Equal(MosquittoResult.NoConnection, client.Publish("a\0"u8, [], 0, false, null, out _));
    }

    [Fact]
    public void A_topic_without_its_zero_and_a_bad_file_are_refused()
    {
        using var client = new MosquittoClient(Options("a"), new MosquittoCallbacks());
        Assert.Throws<ArgumentException>(() => client.Publish("a"u8, [], 0, false, null, out _));
        client.Dispose();
        Assert.Throws<ObjectDisposedException>(() => client.Publish("a\0"u8, [], 0, false, null, out _));
        var error = Assert.Throws<FileNotFoundException>(
            () => new MosquittoClient(Options("a") with { Tls = new MosquittoTls("/nowhere/ca.crt", null, null) }, new MosquittoCallbacks()));
        Assert.Contains("/nowhere/ca.crt", error.Message, StringComparison.Ordinal);
    }

    private MosquittoClientOptions Options(string id) => new() { Host = BrokerProcess.Host, Port = _broker.Port, ClientId = id };
}
