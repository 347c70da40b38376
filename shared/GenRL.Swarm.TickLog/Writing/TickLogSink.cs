using System.Globalization;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;

namespace GenRL.Swarm.TickLog.Writing;

/// <summary>
/// Where the writing thread puts entries: one file, or a folder of files that follow each other. Closes chunks and files by size and by
/// log time. Not thread safe.
/// </summary>
internal sealed class TickLogSink : IDisposable
{
    private const string Extension = ".mcap";

    private readonly TickLogOptions _options;
    private readonly string? _folder;
    private RunHeader _header;
    private TickLogFile? _file;
    private int _number;

    private TickLogSink(string? folder, RunHeader header, TickLogOptions options)
    {
        _folder = folder;
        _header = header;
        _options = options;
    }

    /// <summary>Entries that wait in the open chunk.</summary>
    public int OpenEntries => _file!.ChunkEntries;

    public static TickLogSink ToFile(string path, RunHeader header, TickLogOptions options) =>
        new(null, header, options) { _file = new TickLogFile(path, header, options) };

    public static TickLogSink ToFolder(string folder, RunHeader header, TickLogOptions options)
    {
        Directory.CreateDirectory(folder);
        var sink = new TickLogSink(folder, header, options) { _number = LastNumber(folder, header) };
        sink._file = sink.NextFile();
        return sink;
    }

    public void Add(EntryKind kind, ulong logTime, ReadOnlySpan<byte> data)
    {
        if (_folder is not null && _file!.Began is { } began && (Age(began, logTime) >= _options.RollAge || _file.Length >= _options.RollBytes))
        {
            Finish();
            _file = NextFile();
        }

        var file = _file!;
        if (file.ChunkEntries > 0 && (Age(file.ChunkBegan, logTime) >= _options.ChunkAge || file.ChunkBytes >= _options.ChunkBytes))
        {
            file.CloseChunk();
        }

        file.Add(kind, logTime, data);
    }

    /// <summary>Notes that later files begin with <paramref name="release"/> active.</summary>
    public void Swap(ReleaseId release) => _header = _header with { Release = release };

    public void CloseChunk() => _file!.CloseChunk();

    public void Finish()
    {
        _file!.Finish();
        _file.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static TimeSpan Age(ulong from, ulong to) => to <= from ? TimeSpan.Zero : TimeSpan.FromTicks((long)((to - from) / 100));

    private static int LastNumber(string folder, RunHeader header)
    {
        var last = 0;
        foreach (var path in Directory.EnumerateFiles(folder, $"{header.Robot}-*{Extension}*"))
        {
            var name = Path.GetFileName(path).AsSpan($"{header.Robot}-".Length);
            var dot = name.IndexOf('.');
            if (int.TryParse(name[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                last = Math.Max(last, number);
            }
        }

        return last;
    }

    private TickLogFile NextFile() => new(Path.Combine(_folder!, $"{_header.Robot}-{++_number:000000}{Extension}"), _header, _options);
}
