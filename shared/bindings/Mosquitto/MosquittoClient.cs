using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>
/// One MQTT client of libmosquitto. The owner gives it a thread: <see cref="Connect"/>, then <see cref="Run"/> until the connection is lost, then
/// again (<see cref="MosquittoLoop"/> is that thread). <see cref="Publish"/> and <see cref="Subscribe"/> may be called from any thread.
/// </summary>
public sealed unsafe partial class MosquittoClient : IDisposable
{
    private const int OptionProtocolVersion = 1;
    private const int OptionReceiveMaximum = 4;
    private const int OptionSendMaximum = 5;
    private const int OptionTcpNoDelay = 11;

    // How long a cancelled token may go unnoticed; publishing wakes the loop at once.
    private const int LoopMilliseconds = 100;

    private readonly MosquittoClientOptions _options;
    private readonly MosquittoCallbacks _callbacks;
    private readonly ClientHandle _handle;
    private bool _opened;
    private volatile bool _connected;
    private int _answer;
    private string? _complaint;

    /// <summary>Makes a client; nothing is sent yet.</summary>
    /// <exception cref="DllNotFoundException">libmosquitto is not installed; the message says how to get it.</exception>
    /// <exception cref="FileNotFoundException">A TLS file does not exist.</exception>
    /// <exception cref="InvalidOperationException">The library refuses an option.</exception>
    public MosquittoClient(MosquittoClientOptions options, MosquittoCallbacks callbacks)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(callbacks);
        _ = MosquittoLibrary.Version;
        _options = options;
        _callbacks = callbacks;
        _handle = new ClientHandle(options.ClientId, this);
        try
        {
            Configure();
        }
        catch
        {
            _handle.Dispose();
            throw;
        }
    }

    /// <summary>Whether the broker has accepted the connection and it is not known to be lost.</summary>
    public bool IsConnected => _connected;

    /// <summary>Makes one attempt to connect, on the calling thread, and waits for the broker's answer: an open socket alone is no connection.</summary>
    /// <returns>Success, or why not; <see cref="Explain"/> puts it in words.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled before the broker answered.</exception>
    public MosquittoResult Connect(CancellationToken cancellation)
    {
        _answer = -1;
        _complaint = null;
        NativeMethods.mosquitto_log_callback_set(_handle, &OnLog);
        try
        {
            var result = _opened
                ? NativeMethods.mosquitto_reconnect_async(_handle)
                : NativeMethods.mosquitto_connect_bind_async(_handle, _options.Host, _options.Port, _options.KeepAliveSeconds, null);
            _opened |= result == 0;
            while (result == 0 && _answer < 0)
            {
                cancellation.ThrowIfCancellationRequested();
                result = NativeMethods.mosquitto_loop(_handle, LoopMilliseconds, 1);
            }

            return _answer > 0 ? MosquittoResult.ConnectionRefused : (MosquittoResult)result;
        }
        finally
        {
            // The library formats every packet for a log callback: not while messages flow.
            NativeMethods.mosquitto_log_callback_set(_handle, null);
        }
    }

    /// <summary>Sends and receives, on the calling thread, until the connection is lost or the token is cancelled.</summary>
    /// <returns>Why the connection was lost; Success when cancelled.</returns>
    public MosquittoResult Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var result = NativeMethods.mosquitto_loop(_handle, LoopMilliseconds, 1);
            if (result != 0)
            {
                _connected = false;
                return (MosquittoResult)result;
            }
        }

        return MosquittoResult.Success;
    }

    /// <summary>Says goodbye, so that the broker does not publish the will, after everything published so far was written, or <paramref name="patience"/> is over.</summary>
    public void Disconnect(CancellationToken patience)
    {
        if (_connected && NativeMethods.mosquitto_disconnect(_handle) == 0)
        {
            _ = Run(patience);
        }

        _connected = false;
    }

    /// <summary>Publishes without waiting; allocates no managed memory.</summary>
    /// <param name="topic">UTF-8 with a terminating zero.</param>
    /// <param name="payload">The payload; copied.</param>
    /// <param name="qos">0 or 1.</param>
    /// <param name="retain">Whether the broker keeps it for later subscribers.</param>
    /// <param name="properties">MQTT 5 properties; null for none, and with 3.1.1.</param>
    /// <param name="id">What <see cref="MosquittoCallbacks.Published"/> will name.</param>
    /// <returns><see cref="MosquittoResult.NoConnection"/> while disconnected: then a QoS 1 message is queued, so do not publish it again.</returns>
    public MosquittoResult Publish(
        ReadOnlySpan<byte> topic, ReadOnlySpan<byte> payload, int qos, bool retain, MosquittoProperties? properties, out int id)
    {
        if (topic.IsEmpty || topic[^1] != 0)
        {
            throw new ArgumentException("the topic must end in a zero byte", nameof(topic));
        }

        int mid;
        fixed (byte* topicStart = topic, payloadStart = payload)
        {
            var result = NativeMethods.mosquitto_publish_v5(
                _handle, &mid, topicStart, payload.Length, payloadStart, qos, retain ? (byte)1 : (byte)0, properties?.DangerousGetHandle() ?? 0);
            GC.KeepAlive(properties);
            id = mid;
            return (MosquittoResult)result;
        }
    }

    /// <summary>Subscribes.</summary>
    /// <param name="filter">The topics wanted.</param>
    /// <param name="qos">The best quality of service wanted.</param>
    /// <param name="subscriptionId">With MQTT 5, what <see cref="MosquittoMessage.SubscriptionId"/> will say; 0 for none.</param>
    /// <param name="id">What <see cref="MosquittoCallbacks.Subscribed"/> will name.</param>
    public MosquittoResult Subscribe(string filter, int qos, int subscriptionId, out int id)
    {
        int mid;
        using var properties = subscriptionId > 0 && _options.Protocol == MosquittoProtocol.V5
            ? new MosquittoProperties().WithSubscription(subscriptionId) : null;
        var result = NativeMethods.mosquitto_subscribe_v5(_handle, &mid, filter, qos, 0, properties?.DangerousGetHandle() ?? 0);
        id = mid;
        return (MosquittoResult)result;
    }

    /// <summary>Says in one line why the last <see cref="Connect"/> or <see cref="Run"/> ended as it did.</summary>
    public string Explain(MosquittoResult result)
    {
        var where = $"broker {_options.Host}:{_options.Port}";
        if (result == MosquittoResult.ConnectionRefused)
        {
            var text = _options.Protocol == MosquittoProtocol.V5
                ? NativeMethods.mosquitto_reason_string(_answer) : NativeMethods.mosquitto_connack_string(_answer);
            return $"{where} refused '{_options.ClientId}': {Marshal.PtrToStringUTF8((nint)text)}";
        }

        if (_complaint is not null)
        {
            return $"{where}: {_complaint}";
        }

        if (_options.Tls is not null && _answer < 0 && result is MosquittoResult.ConnectionLost or MosquittoResult.SystemError)
        {
            return $"{where} closed the connection during the TLS handshake: the client certificate is missing or not accepted, or nobody listens";
        }

        // strerror of a system error reports errno, which is not ours any more.
        return result == MosquittoResult.SystemError
            ? $"{where}: cannot connect" : $"{where}: {Marshal.PtrToStringUTF8((nint)NativeMethods.mosquitto_strerror((int)result))}";
    }

    /// <summary>Frees the client when the last call into it has returned. Without <see cref="Disconnect"/> before, the broker publishes the will.</summary>
    public void Dispose()
    {
        _connected = false;
        _handle.Dispose();
    }

    internal static void Require(int result, string what)
    {
        if (result != 0)
        {
            var text = Marshal.PtrToStringUTF8((nint)NativeMethods.mosquitto_strerror(result));
            throw new InvalidOperationException($"libmosquitto refuses {what}: {text}");
        }
    }

    private void Configure()
    {
        Require(NativeMethods.mosquitto_threaded_set(_handle, true), "threads");
        Require(NativeMethods.mosquitto_int_option(_handle, OptionProtocolVersion, (int)_options.Protocol), "the protocol version");
        Require(NativeMethods.mosquitto_int_option(_handle, OptionTcpNoDelay, 1), "TCP_NODELAY");
        Require(NativeMethods.mosquitto_int_option(_handle, OptionReceiveMaximum, _options.MaxInFlight), "the receive maximum");
        Require(NativeMethods.mosquitto_int_option(_handle, OptionSendMaximum, _options.MaxInFlight), "the send maximum");
        Require(NativeMethods.mosquitto_max_inflight_messages_set(_handle, (uint)_options.MaxInFlight), "the in-flight limit");
        if (_options.Tls is { } tls)
        {
            RequireFile(tls.CaFile);
            RequireFile(tls.CertificateFile);
            RequireFile(tls.KeyFile);
            Require(NativeMethods.mosquitto_tls_set(_handle, tls.CaFile, null, tls.CertificateFile, tls.KeyFile, 0), "the TLS files");
        }

        if (_options.Will is { } will)
        {
            fixed (byte* payload = will.Payload.Span)
            {
                Require(
                    NativeMethods.mosquitto_will_set(_handle, will.Topic, will.Payload.Length, payload, will.Qos, will.Retain), $"the will on '{will.Topic}'");
            }
        }

        NativeMethods.mosquitto_connect_v5_callback_set(_handle, &OnConnect);
        NativeMethods.mosquitto_message_v5_callback_set(_handle, &OnMessage);
        NativeMethods.mosquitto_publish_v5_callback_set(_handle, &OnPublish);
        NativeMethods.mosquitto_subscribe_v5_callback_set(_handle, &OnSubscribe);
    }

    private static void RequireFile(string? path)
    {
        if (path is not null && !File.Exists(path))
        {
            throw new FileNotFoundException($"the TLS file '{path}' does not exist", path);
        }
    }
}
