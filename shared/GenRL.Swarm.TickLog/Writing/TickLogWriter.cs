using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Layout;
using GenRL.Swarm.TickLog.Mcap;

namespace GenRL.Swarm.TickLog.Writing;

/// <summary>
/// Writes a tick log: Append serialises into a ring, a thread of its own compresses and writes. Append may be called from any thread,
/// allocates nothing, takes no lock, and never waits (but in lock step). When the ring is full the newest record is dropped and counted, and the
/// log itself says so in an event of kind "dropped". A chunk is closed and flushed at least each second, so that a loss of power costs the
/// open chunk at most. A disk that fails stops the writing, never the caller: see <see cref="Failure"/>.
/// </summary>
public sealed class TickLogWriter : IDisposable
{
    private const int PollMilliseconds = 50;

    private readonly RecordRing _ring;
    private readonly TickLogSink _sink;
    private readonly TickLogOptions _options;
    private readonly TimeProvider _clock;
    private readonly Thread _thread;
    private readonly AutoResetEvent _wake = new(false);
    private readonly ByteBuilder _json = new();
    private long _dropped;
    private long _droppedTold;
    private long _chunkOpened;
    private volatile bool _stopping;
    private volatile string? _failure;

    private TickLogWriter(TickLogSink sink, TickLogOptions options, TimeProvider clock)
    {
        _sink = sink;
        _options = options;
        _clock = clock;
        _ring = new RecordRing(options.HandoverBytes);
        _thread = new Thread(Run) { Name = "tick log", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Records that found no room, or came after a failure, since the start.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Why nothing is written any more, or null while all is well.</summary>
    public string? Failure => _failure;

    /// <summary>Writes to one file, <paramref name="path"/> (ends in <c>.mcap</c>; <c>.mcap.active</c> until disposed).</summary>
    /// <exception cref="IOException">The file exists or cannot be made.</exception>
    /// <exception cref="InvalidOperationException">The compression's system library is missing; the message names its package.</exception>
    public static TickLogWriter ToFile(string path, RunHeader header, TickLogOptions? options = null, TimeProvider? clock = null) =>
        new(TickLogSink.ToFile(path, header, options ?? new()), options ?? new(), clock ?? TimeProvider.System);

    /// <summary>
    /// Writes files <c>ROBOT-000001.mcap</c>, ... into <paramref name="folder"/>, each complete in itself; see <see cref="TickLogFolder"/>.
    /// </summary>
    /// <exception cref="IOException">A file cannot be made.</exception>
    /// <exception cref="InvalidOperationException">The compression's system library is missing; the message names its package.</exception>
    public static TickLogWriter ToFolder(string folder, RunHeader header, TickLogOptions? options = null, TimeProvider? clock = null) =>
        new(TickLogSink.ToFolder(folder, header, options ?? new()), options ?? new(), clock ?? TimeProvider.System);

    /// <summary>Adds a control step; false when it was dropped. <paramref name="record"/> may be reused on return.</summary>
    public bool Append(StepRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!TryClaim(StepLayout.SizeOf(record), out var slot))
        {
            return false;
        }

        StepLayout.Write(record, slot.Bytes);
        _ring.Commit(slot, (int)EntryKind.Step);
        return true;
    }

    /// <summary>Adds a plan tick; false when it was dropped. <paramref name="record"/> may be reused on return.</summary>
    public bool Append(TickRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!TryClaim(TickLayout.SizeOf(record), out var slot))
        {
            return false;
        }

        TickLayout.Write(record, slot.Bytes);
        _ring.Commit(slot, (int)EntryKind.Tick);
        return true;
    }

    /// <summary>Adds an event; false when it was dropped. Texts longer than 4096 characters are cut.</summary>
    public bool Append(LogEvent record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!TryClaim(EventLayout.SizeOf(record), out var slot))
        {
            return false;
        }

        EventLayout.Write(record, slot.Bytes);
        _ring.Commit(slot, (int)EntryKind.Event);
        return true;
    }

    /// <summary>Writes what was appended, finishes the file and gives it its final name. Nothing may be appended meanwhile or afterwards.</summary>
    public void Dispose()
    {
        if (_stopping)
        {
            return;
        }

        _stopping = true;
        _wake.Set();
        _thread.Join();
        _sink.Dispose();
        _wake.Dispose();
    }

    private bool TryClaim(int size, out RingSlot slot)
    {
        var wait = default(SpinWait);
        slot = default;
        while (size >= 0 && _failure is null && !_stopping)
        {
            if (_ring.TryClaim(size, out slot))
            {
                return true;
            }

            if (!_options.Lockstep)
            {
                break;
            }

            _wake.Set();
            wait.SpinOnce();
        }

        Interlocked.Increment(ref _dropped);
        return false;
    }

    private void Run()
    {
        try
        {
            while (!_stopping)
            {
                Drain();
                CloseOldChunk();
                _wake.WaitOne(PollMilliseconds);
            }

            Drain();
            _sink.Finish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            _failure = e.Message;
        }
    }

    private void Drain()
    {
        while (_ring.TryPeek(out var tag, out var bytes))
        {
            Write((EntryKind)tag, bytes);
            _ring.Release(bytes.Length);
            if (_sink.OpenEntries == 1)
            {
                _chunkOpened = _clock.GetTimestamp();
            }
        }
    }

    private void Write(EntryKind kind, ReadOnlySpan<byte> bytes)
    {
        switch (kind)
        {
            case EntryKind.Step:
                Add(kind, StepLayout.TimeOf(bytes), bytes);
                break;
            case EntryKind.Tick:
                Add(kind, TickLayout.TimeOf(bytes), bytes);
                break;
            default:
                Add(EventLayout.Read(bytes));
                break;
        }
    }

    private void Add(LogEvent record)
    {
        if (record is { Release: { } release, Kind: "swap" or "rollback" })
        {
            _sink.Swap(release);
        }

        _json.Clear();
        EventLayout.WriteJson(record, _json);
        Add(EntryKind.Event, record.At, _json.Written);
    }

    private void Add(EntryKind kind, Stamp at, ReadOnlySpan<byte> data)
    {
        _sink.Add(kind, (ulong)Math.Max(at.Nanoseconds, 0), data);
        var dropped = Dropped;
        if (dropped != _droppedTold && kind != EntryKind.Event)
        {
            var lost = dropped - _droppedTold;
            _droppedTold = dropped;
            Add(new LogEvent(at, new TickNumber(0), TickLogSchema.DroppedKind, null, $"{lost} records found no room"));
        }
    }

    private void CloseOldChunk()
    {
        if (!_options.Lockstep && _sink.OpenEntries > 0 && _clock.GetElapsedTime(_chunkOpened) >= _options.ChunkAge)
        {
            _sink.CloseChunk();
        }
    }
}
