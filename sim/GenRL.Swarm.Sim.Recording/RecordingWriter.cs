using GenRL.Swarm.Sim.Recording.Files;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Compression;
using GenRL.Swarm.TickLog.Mcap.Records;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.Sim.Recording;

/// <summary>Writes a recording: under a temporary name until <see cref="Finish"/>, gone if it is disposed of before that. Not thread-safe.</summary>
public sealed class RecordingWriter : IDisposable
{
    private const int ChunkBytes = 1 << 20;

    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private readonly McapWriter _mcap;
    private readonly ByteBuilder _message = new();
    private int _steps;
    private bool _finished;

    /// <summary>Begins a recording.</summary>
    /// <param name="path">Replaced at the end.</param>
    /// <param name="run">What it follows from.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public RecordingWriter(string path, RunDescription run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _path = path;
        _temporary = $"{path}.{Guid.NewGuid():N}{AtomicFile.TemporarySuffix}";
        _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var compression = NativeCodecs.HasZstd ? McapCompression.Zstd : McapCompression.None;
        _mcap = new McapWriter(_stream, new McapWriterOptions { Compression = compression, ChannelsInEveryChunk = true });
        _mcap.Start(new McapHeader(RecordingFormat.Profile, "GenRL.Swarm"));
        _mcap.AddMetadata(RecordingFormat.ToMetadata(run));
        _mcap.AddSchema(RecordingFormat.Schema);
        _mcap.AddChannel(RecordingFormat.Steps);
    }

    /// <summary>Adds the reset, then each step.</summary>
    /// <param name="actions">What was done; empty at the reset.</param>
    /// <param name="hashes">What each world then was.</param>
    public void Add(ReadOnlySpan<float> actions, ReadOnlySpan<ulong> hashes)
    {
        _message.Clear();
        StepJson.Write(_steps, actions, hashes, _message);
        var time = (ulong)_steps * RecordingFormat.StepTime;
        _mcap.AddMessage(new McapMessage(RecordingFormat.Channel, (uint)_steps, time, time, _message.Written));
        _steps++;
        if (_mcap.ChunkBytes > ChunkBytes)
        {
            _mcap.CloseChunk();
        }
    }

    /// <summary>Completes the file and gives it its name.</summary>
    public void Finish()
    {
        _mcap.Finish();
        _stream.Dispose();
        AtomicFile.Publish(_temporary, _path);
        _finished = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _mcap.Dispose();
        _stream.Dispose();
        if (!_finished)
        {
            File.Delete(_temporary);
        }
    }
}
