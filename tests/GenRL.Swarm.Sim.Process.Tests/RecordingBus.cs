using GenRL.Swarm.Messaging;

namespace GenRL.Swarm.Sim.Process.Tests;

/// <summary>A bus on the caller's own thread: what is published is kept and handed to matching handlers at once.</summary>
internal sealed class RecordingBus : ISwarmBus
{
    private readonly InProcessBus _topics = new();
    private readonly List<(string Filter, BusHandler Handler)> _handlers = [];

    public bool IsConnected => true;

    public List<(string Topic, byte[] Payload, BusDelivery Delivery)> Published { get; } = [];

    public BusTopic Topic(string name) => _topics.Topic(name);

    public bool Publish(BusTopic topic, ReadOnlySpan<byte> payload, BusDelivery delivery)
    {
        Published.Add((topic.Name, payload.ToArray(), delivery));
        return true;
    }

    public void Subscribe(string filter, BusDelivery delivery, BusHandler handler) => _handlers.Add((filter, handler));

    /// <summary>Delivers a message from outside.</summary>
    public void Deliver(string topic, byte[] payload)
    {
        foreach (var (filter, handler) in _handlers)
        {
            var (parts, given) = (filter.Split('/'), topic.Split('/'));
            if (parts.Length == given.Length && parts.Zip(given).All(pair => pair.First == "+" || pair.First == pair.Second))
            {
                handler(topic, payload);
            }
        }
    }

    /// <summary>Takes what was published to <paramref name="topic"/> since it was last asked.</summary>
    public List<byte[]> Take(string topic)
    {
        List<byte[]> taken = [.. Published.Where(message => message.Topic == topic).Select(message => message.Payload)];
        Published.RemoveAll(message => message.Topic == topic);
        return taken;
    }

    public ValueTask DisposeAsync() => _topics.DisposeAsync();
}
