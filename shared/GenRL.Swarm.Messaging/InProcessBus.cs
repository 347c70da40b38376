namespace GenRL.Swarm.Messaging;

/// <summary>
/// The bus inside one process: everything published reaches every matching handler, on one thread of the bus's own, in the order
/// of publishing. Latched messages are kept per topic, as a broker does; an empty latched payload forgets the topic.
/// </summary>
public sealed class InProcessBus : ISwarmBus
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, byte[]> _latched = [];
    private readonly DeliveryQueue _queue;
    private volatile Subscription[] _subscriptions = [];
    private volatile bool _disposed;
    private long _published;

    /// <summary>Makes a bus.</summary>
    /// <param name="queue">Bounds of the queue; null for the defaults.</param>
    /// <param name="report">Takes one line for each exception that a handler throws, on the bus's thread.</param>
    public InProcessBus(BusQueueOptions? queue = null, Action<string>? report = null) =>
        _queue = new DeliveryQueue("in-process bus", queue ?? BusQueueOptions.Default, report);

    /// <inheritdoc/>
    public bool IsConnected => !_disposed;

    /// <summary>What the bus has done so far.</summary>
    public BusStatistics Statistics => new(Interlocked.Read(ref _published), _queue.Delivered, _queue.Dropped, 0, _queue.Faults);

    /// <inheritdoc/>
    public BusTopic Topic(string name) => new(name, TopicName.Encode(name));

    /// <inheritdoc/>
    public bool Publish(BusTopic topic, ReadOnlySpan<byte> payload, BusDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (delivery != BusDelivery.Latched)
        {
            return Send(topic.Name, payload);
        }

        // One step with regard to Subscribe: a new handler gets the kept message or the live one, never both.
        lock (_gate)
        {
            Keep(topic.Name, payload);
            return Send(topic.Name, payload);
        }
    }

    /// <inheritdoc/>
    public void Subscribe(string filter, BusDelivery delivery, BusHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        TopicName.RequireFilter(filter);
        var subscription = new Subscription(filter, handler);
        lock (_gate)
        {
            _subscriptions = [.. _subscriptions, subscription];
            foreach (var (topic, payload) in _latched)
            {
                if (TopicName.Matches(filter, topic))
                {
                    _queue.Enqueue(topic, [subscription], payload);
                }
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return _queue.DisposeAsync();
    }

    private bool Send(string topic, ReadOnlySpan<byte> payload)
    {
        var accepted = _queue.Enqueue(topic, _subscriptions, payload);
        if (accepted)
        {
            Interlocked.Increment(ref _published);
        }

        return accepted;
    }

    private void Keep(string topic, ReadOnlySpan<byte> payload)
    {
        if (payload.IsEmpty)
        {
            _latched.Remove(topic);
        }
        else if (_latched.TryGetValue(topic, out var kept) && kept.Length == payload.Length)
        {
            payload.CopyTo(kept);
        }
        else
        {
            _latched[topic] = payload.ToArray();
        }
    }
}
