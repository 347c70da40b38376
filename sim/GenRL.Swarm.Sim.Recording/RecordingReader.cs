using GenRL.Swarm.Sim.Recording.Files;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.Sim.Recording;

/// <summary>Reads a recording from its start to its end. Whatever is wrong with the file is one exception that says what. Not thread-safe.</summary>
public sealed class RecordingReader : IDisposable
{
    private static readonly McapLimits Limits = new();

    private readonly FileStream _stream;
    private readonly McapReader _mcap;
    private readonly ChunkDecoder _decoder = new(Limits);
    private readonly ByteBuilder _chunk = new();
    private int _steps;

    private RecordingReader(FileStream stream)
    {
        _stream = stream;
        _mcap = new McapReader(stream, Limits);
        Run = ReadRun();
    }

    /// <summary>What the recorded run follows from.</summary>
    public RunDescription Run { get; }

    /// <summary>Opens a recording and reads what it is of.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="InvalidDataException">It is no recording, or its beginning is damaged.</exception>
    public static RecordingReader Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        try
        {
            return new RecordingReader(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The reset and the steps, in order. Can be walked over once.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or was cut off.</exception>
    public IEnumerable<RecordedStep> Steps()
    {
        while (NextRecord())
        {
            if (_mcap.Scanner.Opcode != McapOpcode.Chunk)
            {
                continue;
            }

            Decode();
            foreach (var message in Messages())
            {
                yield return StepJson.Read(message, _steps, Run);
                _steps++;
            }
        }

        if (_steps == 0)
        {
            throw new InvalidDataException("the recording holds no steps");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _decoder.Dispose();
        _stream.Dispose();
    }

    private RunDescription ReadRun()
    {
        while (NextRecord())
        {
            var content = _mcap.Scanner.Content;
            switch (_mcap.Scanner.Opcode)
            {
                case McapOpcode.Header when !McapHeader.TryRead(content, out var header) || header.Profile != RecordingFormat.Profile:
                    throw new InvalidDataException("the file is not a recording of the simulator");
                case McapOpcode.Metadata when McapMetadata.TryRead(content, out var metadata) && metadata.Name == RecordingFormat.Metadata:
                    return RecordingFormat.ToRun(metadata);
            }
        }

        throw new InvalidDataException("the recording does not say what it is of");
    }

    private bool NextRecord() => _mcap.Next() switch
    {
        McapScan.Damage => throw Damaged(_mcap.Scanner.Error),
        McapScan.End => false,
        _ => true,
    };

    private void Decode()
    {
        var error = McapChunk.TryRead(_mcap.Scanner.Content, out var chunk) ? _decoder.TryDecode(chunk, _chunk) : McapError.BadRecord;
        if (error != McapError.None)
        {
            throw Damaged(error);
        }
    }

    /// <summary>The contents of the chunk's messages.</summary>
    private List<ReadOnlyMemory<byte>> Messages()
    {
        var messages = new List<ReadOnlyMemory<byte>>();
        var records = new ChunkRecords(_chunk.Written);
        McapScan found;
        while ((found = records.Next()) == McapScan.Record)
        {
            if (records.Opcode == McapOpcode.Message && McapMessage.TryRead(records.Content, out var message) && message.ChannelId == RecordingFormat.Channel)
            {
                messages.Add(message.Data.ToArray());
            }
        }

        return found == McapScan.End ? messages : throw Damaged(McapError.BadChunkContent);
    }

    private InvalidDataException Damaged(McapError error) => new(error switch
    {
        McapError.BadMagic => "the file is not an MCAP file",
        McapError.Truncated => $"the recording was cut off after {_steps} steps (at byte {_mcap.Scanner.Offset})",
        _ => $"the recording is damaged at byte {_mcap.Scanner.Offset}: {error}",
    });
}
