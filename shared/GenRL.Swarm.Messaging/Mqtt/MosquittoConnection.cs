using Mosquitto;
using Polly;
using Polly.Retry;

namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary><see cref="IMqttConnection"/> over libmosquitto. Failed attempts and short-lived connections are repeated with exponential, jittered delays.</summary>
internal sealed class MosquittoConnection : IMqttConnection
{
    private const uint BestEffortExpirySeconds = 1;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LargestDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(10);

    // A connection that lived this long was a good one: the next outage starts with the shortest delay.
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly IMqttReceiver _receiver;
    private readonly Action<string>? _report;
    private readonly ResiliencePipeline<bool> _retry;
    private readonly MosquittoProperties? _bestEffort;
    private readonly MosquittoClient _client;
    private readonly MosquittoLoop _loop;
    private string? _lastFailure;

    public MosquittoConnection(MqttBusOptions options, IMqttReceiver receiver, TimeProvider time)
    {
        _time = time;
        _receiver = receiver;
        _report = options.Report;
        _retry = new ResiliencePipelineBuilder<bool> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<bool>
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome is { Exception: null, Result: false }),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LargestDelay,
                MaxRetryAttempts = int.MaxValue,
            })
            .Build();
        _bestEffort = options.Version == MqttVersion.V5 ? new MosquittoProperties().WithExpiry(BestEffortExpirySeconds) : null;
        _client = new MosquittoClient(Translate(options), new MosquittoCallbacks
        {
            Connected = Connected,
            Message = (in MosquittoMessage message) => receiver.OnMessage(message.Topic, message.Payload, message.SubscriptionId),
            Subscribed = receiver.OnSubscribed,
            Faulted = error => options.Report?.Invoke($"a callback failed: {error.Message}"),
        });
        _loop = new MosquittoLoop(_client, stop => _retry.Execute(Session, stop));
    }

    /// <inheritdoc/>
    public bool Publish(BusTopic topic, ReadOnlySpan<byte> payload, BusDelivery delivery)
    {
        var isBestEffort = delivery == BusDelivery.BestEffort;
        try
        {
            var result = _client.Publish(
                topic.Utf8, payload, isBestEffort ? 0 : 1, delivery == BusDelivery.Latched, isBestEffort ? _bestEffort : null, out _);
            return result == MosquittoResult.Success || (result == MosquittoResult.NoConnection && !isBestEffort);
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public int Subscribe(string filter, BusDelivery delivery, int subscription)
    {
        try
        {
            return _client.Subscribe(filter, Qos(delivery), subscription, out var request) == MosquittoResult.Success ? request : 0;
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    /// <summary>Vanishes without a goodbye, as a crash would.</summary>
    public ValueTask AbortAsync() => _loop.AbortAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _loop.DisposeAsync();
        _bestEffort?.Dispose();
    }

    private static int Qos(BusDelivery delivery) => delivery == BusDelivery.BestEffort ? 0 : 1;

    private static MosquittoClientOptions Translate(MqttBusOptions options) => new()
    {
        Host = options.Host,
        Port = options.Port,
        ClientId = options.ClientId,
        Protocol = options.Version == MqttVersion.V5 ? MosquittoProtocol.V5 : MosquittoProtocol.V311,
        Tls = options.Tls is { } tls ? new MosquittoTls(tls.CaFile, tls.CertificateFile, tls.KeyFile) : null,
        Will = options.Will is { } will
            ? new MosquittoWill(will.Topic, will.Payload, Qos(will.Delivery), will.Delivery == BusDelivery.Latched) : null,
    };

    /// <summary>One attempt, and the connection that comes of it.</summary>
    /// <returns>Whether the connection was a good one; false asks for a delay.</returns>
    private bool Session(CancellationToken stop)
    {
        var result = Attempt(stop);
        if (result != MosquittoResult.Success)
        {
            Explain(result);
            return false;
        }

        _lastFailure = null;
        var since = _time.GetTimestamp();
        result = _client.Run(stop);
        if (result == MosquittoResult.Success)
        {
            return true;
        }

        _receiver.OnLost();
        Explain(result);
        return _time.GetElapsedTime(since) >= Stable;
    }

    private MosquittoResult Attempt(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(AnswerPatience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            return _client.Connect(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return MosquittoResult.KeepAlive;
        }
    }

    private void Connected()
    {
        _receiver.OnConnected();
        _report?.Invoke("connected");
    }

    private void Explain(MosquittoResult result)
    {
        var failure = _client.Explain(result);
        if (failure != _lastFailure)
        {
            _lastFailure = failure;
            _report?.Invoke(failure);
        }
    }
}
