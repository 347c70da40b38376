using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Layout;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Reading;

/// <summary>
/// Reads a tick log, finished or cut off anywhere, in one pass of <c>foreach</c>, in order of log time. Damaged bytes never throw: the
/// chunk that they hit is left out, named in <see cref="Damage"/> and counted, and reading goes on with the next sound chunk. Memory is
/// bounded by two chunks. Order holds for entries that were written at most one chunk late. Not thread safe.
/// </summary>
public sealed class TickLogReader : IDisposable
{
    private const int MaxDamageKept = 64;

    private static readonly McapLimits Limits = new(RecordBytes: 16 << 20, ChunkBytes: 16 << 20);

    private readonly Stream _stream;
    private readonly ChunkDecoder _decoder = new(Limits);
    private readonly ByteBuilder _scratch = new();
    private readonly ChunkFinder _finder;
    private readonly Dictionary<ushort, EntryKind> _channels = [];
    private readonly List<TickLogDamage> _damage = [];
    private McapReader _mcap;
    private bool _lastChunkSeen;
    private LoadedChunk _current = new();
    private LoadedChunk _ahead = new();

    /// <summary>Reads <paramref name="stream"/>, which can seek, from its beginning; it is disposed with the reader.</summary>
    public TickLogReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _stream.Position = 0;
        _finder = new ChunkFinder(stream, Limits, _decoder);
        _mcap = new McapReader(stream, Limits);
        Load(_current);
        Load(_ahead);
    }

    /// <summary>What the log says of its run; null when that part of the file is unreadable.</summary>
    public RunHeader? Header { get; private set; }

    /// <summary>Whether the file's end was reached and it is a finished one; known after the last entry.</summary>
    public bool IsComplete => _mcap.Scanner.IsComplete;

    /// <summary>The first findings of damage so far, at most 64.</summary>
    public IReadOnlyList<TickLogDamage> Damage => _damage;

    /// <summary>How many findings there were so far.</summary>
    public int DamageCount { get; private set; }

    /// <summary>Opens a log file, <c>.mcap</c> or <c>.mcap.active</c>; it may still be written to.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static TickLogReader Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));

    /// <summary>The entries that are left.</summary>
    public TickLogEnumerator GetEnumerator() => new(this);

    /// <inheritdoc/>
    public void Dispose()
    {
        _decoder.Dispose();
        _stream.Dispose();
    }

    internal bool TryTake(out TickLogEntry entry)
    {
        if (_current.IsEmpty)
        {
            (_current, _ahead) = (_ahead, _current);
            Load(_ahead);
        }

        if (_current.IsEmpty)
        {
            entry = default;
            return false;
        }

        var late = !_ahead.IsEmpty && _ahead.NextTime < _current.NextTime;
        entry = late ? _ahead.Take() : _current.Take();
        return true;
    }

    /// <summary>Fills <paramref name="chunk"/> with the next chunk that holds entries; leaves it empty when there is none.</summary>
    private void Load(LoadedChunk chunk)
    {
        chunk.Clear();
        while (chunk.IsEmpty)
        {
            var found = _mcap.Next();
            if (found == McapScan.End)
            {
                return;
            }

            var error = found == McapScan.Damage ? _mcap.Scanner.Error : Judge(chunk);
            if (error != McapError.None)
            {
                GoOnAfter(error);
            }
        }
    }

    private McapError Judge(LoadedChunk chunk)
    {
        var scanner = _mcap.Scanner;
        switch (scanner.Opcode)
        {
            case McapOpcode.Chunk:
                return McapChunk.TryRead(scanner.Content, out var record) && record.Size == scanner.Content.Length
                    ? Load(chunk, record)
                    : McapError.BadRecord;
            case McapOpcode.Channel:
                if (McapChannel.TryRead(scanner.Content, out var channel))
                {
                    LoadedChunk.Note(channel, _channels);
                    return McapError.None;
                }

                return McapError.BadRecord;
            case McapOpcode.Header:
                return McapHeader.TryRead(scanner.Content, out var header) ? Exact(header.Write) : McapError.BadRecord;
            case McapOpcode.Metadata:
                return McapMetadata.TryRead(scanner.Content, out var metadata) ? Judge(metadata) : McapError.BadRecord;
            case McapOpcode.MessageIndex:
                return McapMessageIndex.TryRead(scanner.Content, out var index) ? Exact(index.Write) : McapError.BadRecord;
            case McapOpcode.Message or McapOpcode.Attachment:
                return McapError.MisplacedRecord;
            case > McapOpcode.DataEnd:
                return McapError.UnknownRecord;
            default:
                return McapError.None;
        }
    }

    private McapError Load(LoadedChunk chunk, in McapChunk record)
    {
        var error = chunk.TryLoad(_decoder, record, _channels);
        for (var i = 0; i < chunk.BadMessages; i++)
        {
            Note(McapError.BadMessage);
        }

        return error;
    }

    private McapError Judge(McapMetadata metadata)
    {
        Header ??= HeaderLayout.TryRead(metadata);
        return Header is null ? McapError.BadRecord : Exact(metadata.Write);
    }

    /// <summary>A record that is longer than its fields has a wrong length and would swallow what follows: our writer adds nothing to records.</summary>
    private McapError Exact(Action<ByteBuilder> write)
    {
        _scratch.Clear();
        write(_scratch);
        return _scratch.Length == _mcap.Scanner.Content.Length ? McapError.None : McapError.BadRecord;
    }

    private void Note(McapError error)
    {
        DamageCount++;
        if (_damage.Count < MaxDamageKept)
        {
            _damage.Add(new TickLogDamage(_mcap.Scanner.Offset, error));
        }
    }

    /// <summary>Notes the damage and goes on with the next sound chunk, since a length may be wrong; without one, with what the scanner finds.</summary>
    private void GoOnAfter(McapError error)
    {
        Note(error);
        if (_lastChunkSeen || error == McapError.CompressionUnavailable)
        {
            return;
        }

        var resume = _stream.Position;
        if (_finder.Find(_mcap.Scanner.Offset + 1) is { } offset)
        {
            _mcap = new McapReader(_stream, Limits, offset);
            return;
        }

        _lastChunkSeen = true;
        _stream.Position = resume;
    }
}
