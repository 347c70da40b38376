using System.Net;
using System.Net.Sockets;

namespace GenRL.Swarm.SystemTests.Running;

/// <summary>
/// A wire that a test can hold: passes TCP connections on to a port of this machine, and after a number of bytes stops passing any, without
/// breaking them. What is encrypted stays so.
/// </summary>
internal sealed class HeldLine : IAsyncDisposable
{
    private const int BufferBytes = 4096;

    private readonly int _target;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _upLeft = long.MaxValue;
    private long _downLeft = long.MaxValue;
    private bool _holding;

    /// <summary>A line to <paramref name="target"/> that passes everything.</summary>
    public HeldLine(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port to connect to instead.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether bytes wait to be passed.</summary>
    public bool IsHolding
    {
        get
        {
            lock (_lock)
            {
                return _holding;
            }
        }
    }

    /// <summary>From now on passes so many bytes more, of all connections together, to the target and from it.</summary>
    public void HoldAfter(long up = long.MaxValue, long down = long.MaxValue)
    {
        TaskCompletionSource released;
        lock (_lock)
        {
            (_upLeft, _downLeft, _holding) = (up, down, false);
            released = _released;
            _released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        released.SetResult();
    }

    /// <summary>Passes everything again.</summary>
    public void Release() => HoldAfter();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _connections.Add(PassAsync(client));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The line is taken down.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target, broken.Token);
            var up = PumpAsync(near.GetStream(), far.GetStream(), isUp: true, broken.Token);
            var down = PumpAsync(far.GetStream(), near.GetStream(), isUp: false, broken.Token);
            await Task.WhenAny(up, down);
            await broken.CancelAsync();
            await Task.WhenAll(up, down);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // One end is gone: so is the other.
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, bool isUp, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await MayPassAsync(read, isUp, cancellationToken);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private async Task MayPassAsync(int bytes, bool isUp, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task released;
            lock (_lock)
            {
                ref var left = ref isUp ? ref _upLeft : ref _downLeft;
                if (left >= bytes)
                {
                    left -= left == long.MaxValue ? 0 : bytes;
                    return;
                }

                _holding = true;
                released = _released.Task;
            }

            await released.WaitAsync(cancellationToken);
        }
    }
}
