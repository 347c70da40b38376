using System.Collections.Concurrent;
using System.Text;

namespace Mosquitto.Tests;

/// <summary>A client with its loop, and everything that it was told.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly MosquittoLoop _loop;

    public TestClient(MosquittoClientOptions options, string? filter = null, MosquittoMessageHandler? handler = null)
    {
        Client = new MosquittoClient(options, new MosquittoCallbacks
        {
            Connected = () =>
            {
                if (filter is not null)
                {
                    Client!.Subscribe(filter, 1, 7, out _);
                }

                Events.Enqueue("connected");
            },
            Message = handler ?? ((in MosquittoMessage message) => Messages.Enqueue(new Received(
                Encoding.UTF8.GetString(message.Topic), Encoding.UTF8.GetString(message.Payload), message.Qos, message.IsRetained, message.ExpirySeconds,
                message.ContentType, message.SubscriptionId, [.. message.UserProperties().Select(pair => $"{pair.Key}={pair.Value}")]))),
            Subscribed = (_, granted) => Events.Enqueue($"subscribed {granted}"),
            Published = id => Events.Enqueue($"published {id}"),
            Faulted = error => Events.Enqueue($"fault {error.Message}"),
        });
        _loop = new MosquittoLoop(Client, stop =>
        {
            if (Client.Connect(stop) == MosquittoResult.Success)
            {
                Client.Run(stop);
            }
        });
    }

    public MosquittoClient Client { get; }

    public ConcurrentQueue<string> Events { get; } = new();

    public ConcurrentQueue<Received> Messages { get; } = new();

    public Task Expect(string what) => Eventually(() => Events.Contains(what), what);

    public static async Task Eventually(Func<bool> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"not in time: {what}");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask AbortAsync() => _loop.AbortAsync();

    public ValueTask DisposeAsync() => _loop.DisposeAsync();

    internal sealed record Received(
        string Topic, string Text, int Qos, bool Retained, uint? Expiry, string? ContentType, int Subscription, string[] UserProperties);
}
