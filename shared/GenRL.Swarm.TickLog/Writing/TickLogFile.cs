using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Layout;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Writing;

/// <summary>
/// One log file being written: <c>NAME.mcap.active</c>, renamed to <c>NAME.mcap</c> when finished. Header, schemas and channels are flushed
/// to the disk at the start. Not thread safe.
/// </summary>
internal sealed class TickLogFile : IDisposable
{
    /// <summary>What the name of an unfinished log ends with.</summary>
    public const string ActiveSuffix = ".active";

    private readonly string _path;
    private readonly bool _flush;
    private readonly FileStream _stream;
    private readonly McapWriter _mcap;
    private readonly uint[] _sequences = new uint[4];

    /// <summary>Creates the file; <paramref name="path"/> ends in <c>.mcap</c>, and no file of that name exists.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public TickLogFile(string path, RunHeader header, TickLogOptions options)
    {
        if (File.Exists(path))
        {
            throw new IOException($"{path} exists already");
        }

        _path = path;
        _flush = !options.Lockstep;
        _stream = new FileStream(path + ActiveSuffix, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _mcap = new McapWriter(_stream, new McapWriterOptions { Compression = options.Compression, ChannelsInEveryChunk = true });
        _mcap.Start(new McapHeader(TickLogSchema.Profile, "GenRL.Swarm"));
        _mcap.AddMetadata(HeaderLayout.ToMetadata(header));
        foreach (var schema in TickLogSchema.Schemas)
        {
            _mcap.AddSchema(schema);
        }

        foreach (var channel in TickLogSchema.Channels)
        {
            _mcap.AddChannel(channel);
        }

        CloseChunk();
    }

    /// <summary>Log time of the first entry, ns; null before it.</summary>
    public ulong? Began { get; private set; }

    /// <summary>Log time of the first entry of the open chunk, ns.</summary>
    public ulong ChunkBegan { get; private set; }

    /// <summary>Entries in the open chunk.</summary>
    public int ChunkEntries => _mcap.ChunkMessages;

    /// <summary>Bytes in the open chunk, before compression.</summary>
    public int ChunkBytes => _mcap.ChunkBytes;

    /// <summary>Bytes in the file.</summary>
    public long Length => _mcap.Position;

    public void Add(EntryKind kind, ulong logTime, ReadOnlySpan<byte> data)
    {
        Began ??= logTime;
        if (_mcap.ChunkMessages == 0)
        {
            ChunkBegan = logTime;
        }

        _mcap.AddMessage(new McapMessage(TickLogSchema.Id(kind), _sequences[(int)kind]++, logTime, logTime, data));
    }

    /// <summary>Closes the open chunk and has it on the disk on return (outside lock step).</summary>
    public void CloseChunk()
    {
        _mcap.CloseChunk();
        if (_flush)
        {
            _stream.Flush(flushToDisk: true);
        }
    }

    /// <summary>Writes summary and footer, flushes to the disk, and gives the file its final name.</summary>
    public void Finish()
    {
        _mcap.Finish();
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_path + ActiveSuffix, _path);
        DirectorySync.Flush(Path.GetDirectoryName(Path.GetFullPath(_path))!);
    }

    /// <summary>Lets go of the file as it is.</summary>
    public void Dispose()
    {
        _mcap.Dispose();
        _stream.Dispose();
    }
}
