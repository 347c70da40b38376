namespace Mosquitto;

/// <summary>The thread of one client: runs the owner's session (connect, run until lost) again and again until disposed. A plain managed thread: nothing ever cancels it from outside.</summary>
public sealed class MosquittoLoop : IAsyncDisposable
{
    private static readonly TimeSpan GoodbyePatience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MosquittoClient _client;
    private readonly Action<CancellationToken> _session;
    private volatile bool _abort;

    /// <summary>Starts the thread.</summary>
    /// <param name="client">The client; the loop disposes it.</param>
    /// <param name="session">
    /// One or more times <see cref="MosquittoClient.Connect"/> and <see cref="MosquittoClient.Run"/>, with whatever delay the owner wants in between;
    /// returns or throws OperationCanceledException when its token is cancelled. Any other exception ends the loop and is rethrown by
    /// <see cref="DisposeAsync"/>.
    /// </param>
    public MosquittoLoop(MosquittoClient client, Action<CancellationToken> session)
    {
        _client = client;
        _session = session;
        new Thread(Loop) { IsBackground = true, Name = "mqtt" }.Start();
    }

    /// <summary>Drops the connection without a goodbye, as a crash would: the broker publishes the will.</summary>
    public ValueTask AbortAsync()
    {
        _abort = true;
        return DisposeAsync();
    }

    /// <summary>Says goodbye to the broker and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ended.Task;
    }

    private void Loop()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                _session(_stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Told to stop while connecting or waiting.
        }
        catch (Exception error)
        {
            _ended.TrySetException(error);
        }

        if (!_abort)
        {
            using var patience = new CancellationTokenSource(GoodbyePatience);
            _client.Disconnect(patience.Token);
        }

        _client.Dispose();
        _ended.TrySetResult();
    }
}
