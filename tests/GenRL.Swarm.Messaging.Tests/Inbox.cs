using System.Collections.Concurrent;
using System.Text;
using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.Messaging.Tests;

/// <summary>A handler that keeps what arrives as <c>topic=text</c>, and a way to wait for it.</summary>
internal sealed class Inbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<string> _messages = new();

    public string[] Messages => [.. _messages];

    public void Take(string topic, ReadOnlySpan<byte> payload) => _messages.Enqueue($"{topic}={Encoding.UTF8.GetString(payload)}");

    public Task Expect(string message) => Eventually(() => _messages.Contains(message), () => $"'{message}' among [{string.Join(", ", _messages)}]");

    /// <summary>Waits until the broker has answered the bus and all its subscriptions.</summary>
    public static Task Ready(MqttBus bus) => bus.ReadyAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);

    /// <summary>Polls until <paramref name="condition"/> holds.</summary>
    public static async Task Eventually(Func<bool> condition, Func<string> wanted)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"not in time: {wanted()}");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
