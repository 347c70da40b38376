using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.GroundStation.Ingest;

/// <summary>
/// Takes in tick logs piece by piece. What has arrived lies in <c>incoming/</c> under robot and hash, so that an upload goes on after a cut at
/// any byte, a killed robot or a killed station. When the announced length is there the hash is checked, then the file is renamed to
/// <c>logs/ROBOT/NAME</c> and noted. Sending a log twice changes nothing. Memory is one buffer per connection. Thread-safe.
/// </summary>
public sealed class LogStore(StationFolders folders, Logs logs, StationOptions options)
{
    private const int BufferBytes = 64 * 1024;

    private readonly ConcurrentDictionary<string, byte> _busy = new(StringComparer.Ordinal);

    /// <summary>The path of a complete log.</summary>
    public string PathOf(LogRecord log) => Path.Combine(folders.Logs, log.Robot.ToString(), log.Name);

    /// <summary>How far an upload is.</summary>
    public UploadProgress Ask(UploadRequest request)
    {
        if (request.Bytes > options.MaxLogBytes)
        {
            return new UploadProgress(0, Complete: false, UploadFault.TooLarge);
        }

        return Known(request) ?? new UploadProgress(Arrived(PartPath(request)), Complete: false, UploadFault.None);
    }

    /// <summary>Appends a part; checks and keeps the log when it was the last one. A cut leaves what had arrived.</summary>
    /// <param name="request">Which log.</param>
    /// <param name="offset">Where the part begins, bytes.</param>
    /// <param name="content">The part.</param>
    /// <param name="cancellationToken">The connection's end.</param>
    public async Task<UploadProgress> AppendAsync(UploadRequest request, long offset, Stream content, CancellationToken cancellationToken)
    {
        var part = PartPath(request);
        if (!_busy.TryAdd(part, 0))
        {
            return new UploadProgress(Arrived(part), Complete: false, UploadFault.Busy);
        }

        try
        {
            var before = Ask(request);
            if (before.Complete || before.Fault != UploadFault.None)
            {
                return before;
            }

            if (offset != before.Offset)
            {
                return before with { Fault = UploadFault.WrongOffset };
            }

            var arrived = await ReceiveAsync(part, request.Bytes, content, cancellationToken);
            return arrived switch
            {
                _ when arrived > request.Bytes => Drop(part, UploadFault.TooLarge),
                _ when arrived < request.Bytes => new UploadProgress(arrived, Complete: false, UploadFault.None),
                _ => Keep(request, part),
            };
        }
        finally
        {
            _busy.TryRemove(part, out _);
        }
    }

    private static async Task<long> ReceiveAsync(string part, long bytes, Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            await using var file = new FileStream(part, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: false);
            var arrived = file.Length;
            int read;
            while (arrived <= bytes && (read = await ReadOrEndAsync(content, buffer, cancellationToken)) > 0)
            {
                file.Write(buffer, 0, (int)Math.Min(read, bytes - arrived));
                arrived += read;
            }

            return arrived;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A connection that is cut ends the part like one that ends in order: what had arrived is kept.</summary>
    private static async ValueTask<int> ReadOrEndAsync(Stream content, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return 0;
        }
    }

    private static long Arrived(string part)
    {
        var file = new FileInfo(part);
        return file.Exists ? file.Length : 0;
    }

    private static UploadProgress Drop(string part, UploadFault fault)
    {
        File.Delete(part);
        return new UploadProgress(0, Complete: false, fault);
    }

    private static bool HasHash(string path, string sha256)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == sha256;
    }

    /// <summary>What is settled already: the log is complete, or its name stands for another one. Null when it is still to come.</summary>
    private UploadProgress? Known(UploadRequest request)
    {
        var target = Target(request);
        if (logs.Find(request.Robot, request.Name) is null && File.Exists(target) && HasHash(target, request.Sha256))
        {
            // Killed between the renaming and the note.
            logs.Add(request.Sha256, request.Robot, request.Name, request.Bytes);
        }

        if (logs.FindContent(request.Robot, request.Sha256) is { } same)
        {
            return new UploadProgress(same.Bytes, Complete: true, UploadFault.None);
        }

        return logs.Find(request.Robot, request.Name) is null ? null : new UploadProgress(0, Complete: false, UploadFault.NameTaken);
    }

    private UploadProgress Keep(UploadRequest request, string part)
    {
        if (!HasHash(part, request.Sha256))
        {
            return Drop(part, UploadFault.WrongHash);
        }

        var target = Target(request);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        AtomicFile.Publish(part, target);
        logs.Add(request.Sha256, request.Robot, request.Name, request.Bytes);
        StationMeter.ReceivedLogBytes.Add(request.Bytes);
        return new UploadProgress(request.Bytes, Complete: true, UploadFault.None);
    }

    private string PartPath(UploadRequest request) => Path.Combine(folders.Incoming, $"{request.Robot}-{request.Sha256}.part");

    private string Target(UploadRequest request) => Path.Combine(folders.Logs, request.Robot.ToString(), request.Name);
}
