namespace GenRL.Swarm.Messaging;

/// <summary>
/// The bounded hand-over from whoever receives messages to the one thread on which handlers run. Payloads are copied into a ring of bytes
/// made at start, so nothing is allocated per message; when the ring is full the oldest messages are dropped and counted. An
/// exception in a handler is caught, counted and reported.
/// </summary>
internal sealed class DeliveryQueue : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _arrived = new(0, 1);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<string>? _report;
    private readonly Entry[] _entries;
    private readonly byte[] _ring;
    private readonly byte[] _current;
    private int _first, _count, _head, _used;
    private bool _stopped;
    private long _delivered, _dropped, _faults;

    public DeliveryQueue(string name, BusQueueOptions options, Action<string>? report)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Messages, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Bytes, nameof(options));
        _report = report;
        _entries = new Entry[options.Messages];
        _ring = new byte[options.Bytes];
        _current = new byte[options.Bytes];
        new Thread(Deliver) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Messages handed to handlers.</summary>
    public long Delivered => Interlocked.Read(ref _delivered);

    /// <summary>Messages pushed out, or too large.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Exceptions caught.</summary>
    public long Faults => Interlocked.Read(ref _faults);

    /// <summary>Queues a copy of the message for those of <paramref name="targets"/> whose filter it matches. Never waits.</summary>
    /// <returns>False when it is larger than the queue, or the queue has stopped.</returns>
    public bool Enqueue(string topic, Subscription[] targets, ReadOnlySpan<byte> payload)
    {
        lock (_gate)
        {
            if (_stopped || payload.Length > _ring.Length)
            {
                Interlocked.Increment(ref _dropped);
                return false;
            }

            while (_count == _entries.Length || _ring.Length - _used < payload.Length)
            {
                Remove();
                Interlocked.Increment(ref _dropped);
            }

            var tail = (_head + _used) % _ring.Length;
            var untilEnd = Math.Min(payload.Length, _ring.Length - tail);
            payload[..untilEnd].CopyTo(_ring.AsSpan(tail));
            payload[untilEnd..].CopyTo(_ring);
            _used += payload.Length;
            _entries[(_first + _count) % _entries.Length] = new Entry(topic, targets, payload.Length);
            _count++;
            Wake();
        }

        return true;
    }

    /// <summary>Tells the thread to stop after the handler that is running; what waits is discarded.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (!_stopped)
            {
                _stopped = true;
                Wake();
            }
        }
    }

    /// <summary>Stops and waits for the end of the handler that is running.</summary>
    public async ValueTask DisposeAsync()
    {
        Stop();
        await _ended.Task;
    }

    /// <summary>Under the lock: the count of the semaphore is at most one.</summary>
    private void Wake()
    {
        if (_arrived.CurrentCount == 0)
        {
            _arrived.Release();
        }
    }

    private void Deliver()
    {
        while (TryTake(out var entry))
        {
            Dispatch(entry);
        }

        _arrived.Dispose();
        _ended.SetResult();
    }

    private bool TryTake(out Entry entry)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_stopped)
                {
                    entry = default;
                    return false;
                }

                if (_count > 0)
                {
                    entry = _entries[_first];
                    var untilEnd = Math.Min(entry.Length, _ring.Length - _head);
                    _ring.AsSpan(_head, untilEnd).CopyTo(_current);
                    _ring.AsSpan(0, entry.Length - untilEnd).CopyTo(_current.AsSpan(untilEnd));
                    Remove();
                    return true;
                }
            }

            _arrived.Wait();
        }
    }

    private void Remove()
    {
        var length = _entries[_first].Length;
        _entries[_first] = default;
        _first = (_first + 1) % _entries.Length;
        _count--;
        _head = (_head + length) % _ring.Length;
        _used -= length;
    }

    private void Dispatch(in Entry entry)
    {
        var reached = false;
        foreach (var target in entry.Targets)
        {
            if (!TopicName.Matches(target.Filter, entry.Topic))
            {
                continue;
            }

            reached = true;
            try
            {
                target.Handler(entry.Topic, _current.AsSpan(0, entry.Length));
            }
            catch (Exception error)
            {
                Interlocked.Increment(ref _faults);
                _report?.Invoke($"the handler of '{target.Filter}' failed on '{entry.Topic}': {error.Message}");
            }
        }

        if (reached)
        {
            Interlocked.Increment(ref _delivered);
        }
    }

    private readonly record struct Entry(string Topic, Subscription[] Targets, int Length);
}
