using System.Net;
using System.Net.Sockets;

namespace GenRL.Swarm.Messaging.Broker;

/// <summary>A mosquitto child process on the loopback interface. Disposing ends it and removes its configuration file. Not thread-safe.</summary>
public sealed class BrokerProcess : IAsyncDisposable
{
    /// <summary>Somebody else may take a free port before the broker does.</summary>
    private const int PortAttempts = 5;

    private readonly BrokerOptions _options;
    private readonly string _configurationFile;
    private BrokerRun? _run;

    private BrokerProcess(BrokerOptions options)
    {
        _options = options;
        _configurationFile = Path.Combine(options.Folder, "mosquitto.conf");
    }

    /// <summary>The address that it listens on.</summary>
    public static string Host => "127.0.0.1";

    /// <summary>The port that it listens on.</summary>
    public int Port { get; private set; }

    /// <summary>The id of the child process; null while killed.</summary>
    public int? ProcessId => _run?.ProcessId;

    /// <summary>Starts a broker and returns when it listens.</summary>
    /// <exception cref="FileNotFoundException">mosquitto is not installed; the message says how to get it.</exception>
    /// <exception cref="InvalidOperationException">It ended at once; the message holds what it said.</exception>
    public static async Task<BrokerProcess> StartAsync(BrokerOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        Directory.CreateDirectory(options.Folder);
        var broker = new BrokerProcess(options);
        for (var attempt = 1; ; attempt++)
        {
            broker.Port = options.Port > 0 ? options.Port : FreePort();
            try
            {
                await broker.RestartAsync(cancellation);
                return broker;
            }
            catch (InvalidOperationException) when (options.Port == 0 && attempt < PortAttempts)
            {
                // The port was taken in the meantime, or the set-up is wrong: then the last attempt says so.
            }
            catch
            {
                await broker.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Ends the broker as a crash would; <see cref="RestartAsync"/> brings it back on the same port.</summary>
    public async Task KillAsync()
    {
        if (_run is { } run)
        {
            _run = null;
            await run.DisposeAsync();
        }
    }

    /// <summary>Starts it again on the same port, with nothing remembered, and returns when it listens. Kills it first when it still runs.</summary>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        await KillAsync();
        await File.WriteAllTextAsync(_configurationFile, BrokerConfiguration.Text(_options, Port), cancellation);
        _run = await BrokerRun.StartAsync(_configurationFile, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        File.Delete(_configurationFile);
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
