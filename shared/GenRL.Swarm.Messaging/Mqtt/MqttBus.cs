namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary>
/// The bus over an MQTT broker: one client per process. Reconnects by itself with jittered, growing delays and subscribes again. Handlers run
/// on a thread of the bus's own, behind a bounded queue, so that a slow handler never stops the connection. A second handler for the same
/// filter makes the broker send its latched messages to both again. Publishing allocates nothing, but for what is kept while disconnected.
/// </summary>
public sealed class MqttBus : ISwarmBus, IMqttReceiver
{
    private readonly Lock _gate = new();
    private readonly HashSet<int> _unanswered = [];
    private readonly TopicNames _names = new();
    private readonly DeliveryQueue _queue;
    private readonly IMqttConnection _connection;
    private readonly MqttBusOptions _options;
    private volatile MqttSubscription[] _subscriptions = [];
    private volatile Subscription[] _everybody = [];
    private TaskCompletionSource _ready = NewSignal();
    private readonly Queue<Kept> _kept = new();
    private volatile bool _isOnline;
    private bool _isClosed;
    private long _published, _dropped, _connections;

    /// <summary>Starts connecting, in the background.</summary>
    /// <exception cref="DllNotFoundException">libmosquitto is not installed; the message says how to get it.</exception>
    /// <exception cref="FileNotFoundException">A TLS file does not exist.</exception>
    /// <exception cref="ArgumentException">The topic of the last will is malformed.</exception>
    public MqttBus(MqttBusOptions options, TimeProvider time)
        : this(options, bus => new MosquittoConnection(options, bus, time))
    {
    }

    internal MqttBus(MqttBusOptions options, Func<IMqttReceiver, IMqttConnection> connect)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Will is { } will)
        {
            _ = TopicName.Encode(will.Topic);
        }

        _options = options;
        _queue = new DeliveryQueue("mqtt handlers", options.Queue, options.Report);

        try
        {
            // The connection may call back before the assignment: under the lock nobody sees the bus without it.
            lock (_gate)
            {
                _connection = connect(this);
            }
        }
        catch
        {
            _queue.Stop();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool IsConnected => _isOnline;

    /// <summary>What the bus has done so far.</summary>
    public BusStatistics Statistics => new(
        Interlocked.Read(ref _published), _queue.Delivered, Interlocked.Read(ref _dropped) + _queue.Dropped,
        Math.Max(0, Interlocked.Read(ref _connections) - 1), _queue.Faults);

    /// <summary>Completes when the bus is connected and the broker has answered every subscription made so far.</summary>
    public Task ReadyAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _ready.Task.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public BusTopic Topic(string name) => new(name, TopicName.Encode(name));

    /// <inheritdoc/>
    public bool Publish(BusTopic topic, ReadOnlySpan<byte> payload, BusDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(topic);
        bool accepted;

        // Under the lock nothing is published while a connection is being made: libmosquitto would put it before the CONNECT packet, or forget
        // to send it. What cannot be sent now is kept here instead.
        lock (_gate)
        {
            accepted = _isOnline ? _connection.Publish(topic, payload, delivery) : Keep(topic, payload, delivery);
        }

        Interlocked.Increment(ref accepted ? ref _published : ref _dropped);
        return accepted;
    }

    /// <inheritdoc/>
    public void Subscribe(string filter, BusDelivery delivery, BusHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        TopicName.RequireFilter(filter);
        var target = new Subscription(filter, handler);
        lock (_gate)
        {
            var index = Array.FindIndex(_subscriptions, subscription => subscription.Filter == filter);
            var subscription = index >= 0
                ? _subscriptions[index].With(delivery, target)
                : new MqttSubscription(_subscriptions.Length + 1, filter, delivery, [target]);
            MqttSubscription[] all = [.. _subscriptions];
            if (index >= 0)
            {
                all[index] = subscription;
            }
            else
            {
                all = [.. all, subscription];
            }

            _subscriptions = all;
            _everybody = [.. _everybody, target];
            if (_isOnline)
            {
                Request(subscription);
            }
        }
    }

    /// <summary>Says goodbye to the broker, so that the last will is not published, and stops. Messages that still wait for a handler are discarded.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            _isOnline = false;
            _kept.Clear();
        }

        await _connection.DisposeAsync();
        await _queue.DisposeAsync();
    }

    /// <inheritdoc/>
    void IMqttReceiver.OnConnected()
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _connections);
            _isOnline = !_isClosed;
            _unanswered.Clear();
            foreach (var subscription in _subscriptions)
            {
                Request(subscription);
            }

            while (_kept.TryDequeue(out var kept))
            {
                _connection.Publish(kept.Topic, kept.Payload, kept.Delivery);
            }

            SignalWhenReady();
        }
    }

    /// <inheritdoc/>
    void IMqttReceiver.OnLost()
    {
        lock (_gate)
        {
            _isOnline = false;
            Unready();
        }
    }

    /// <inheritdoc/>
    void IMqttReceiver.OnSubscribed(int request, bool granted)
    {
        lock (_gate)
        {
            _unanswered.Remove(request);
            SignalWhenReady();
        }

        if (!granted)
        {
            _options.Report?.Invoke("the broker refused a subscription");
        }
    }

    /// <inheritdoc/>
    void IMqttReceiver.OnMessage(ReadOnlySpan<byte> topic, ReadOnlySpan<byte> payload, int subscription)
    {
        // Without the number a message goes to everybody whose filter it matches.
        var known = _subscriptions;
        var targets = subscription > 0 && subscription <= known.Length ? known[subscription - 1].Targets : _everybody;
        _queue.Enqueue(_names.Of(topic), targets, payload);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool Keep(BusTopic topic, ReadOnlySpan<byte> payload, BusDelivery delivery)
    {
        if (_isClosed || delivery == BusDelivery.BestEffort || _kept.Count >= _options.MaxPending)
        {
            return false;
        }

        _kept.Enqueue(new Kept(topic, payload.ToArray(), delivery));
        return true;
    }

    private void Request(MqttSubscription subscription)
    {
        Unready();
        var request = _connection.Subscribe(subscription.Filter, subscription.Delivery, subscription.Number);
        if (request > 0)
        {
            _unanswered.Add(request);
        }
    }

    private void SignalWhenReady()
    {
        if (_unanswered.Count == 0)
        {
            _ready.TrySetResult();
        }
    }

    private void Unready()
    {
        if (_ready.Task.IsCompleted)
        {
            _ready = NewSignal();
        }
    }

    private readonly record struct Kept(BusTopic Topic, byte[] Payload, BusDelivery Delivery);
}
