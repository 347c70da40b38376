using System.Buffers.Binary;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>
/// Finds the records of an MCAP file in bytes fed to it, and does no input itself: <see cref="GetSpace"/>, fill, <see cref="Advance"/>,
/// then <see cref="Next"/> until it asks for more. Checks order, lengths and every CRC outside chunks. Memory grows with what is really
/// fed, up to one record of the limit. Chunks, and records of types that the format leaves open, come as they are; <see cref="ChunkDecoder"/> takes them apart. Not thread safe.
/// </summary>
internal sealed class McapScanner
{
    private enum Section
    {
        Magic,
        Header,
        Data,
        Summary,
        Trailer,
        End,
    }

    private const int MinimumSpace = 16 << 10;

    private readonly McapLimits _limits;
    private readonly bool _checkDataCrc;
    private byte[] _buffer = new byte[2 * MinimumSpace];
    private int _start;
    private int _end;
    private int _content;
    private int _contentLength;
    private long _base;
    private bool _inputEnded;
    private Section _section;
    private Crc32 _crc;
    private long _sectionStart;

    /// <summary>A scanner of a whole file.</summary>
    public McapScanner(McapLimits limits)
    {
        _limits = limits;
        _checkDataCrc = true;
    }

    /// <summary>A scanner that goes on in the data section at <paramref name="offset"/>, where a record begins; the section's CRC is not checked.</summary>
    public McapScanner(McapLimits limits, long offset)
    {
        _limits = limits;
        _base = offset;
        _section = Section.Data;
    }

    /// <summary>Type of the current record.</summary>
    public McapOpcode Opcode { get; private set; }

    /// <summary>Content of the current record; valid until the next call of <see cref="Next"/> or <see cref="GetSpace"/>.</summary>
    public ReadOnlySpan<byte> Content => _buffer.AsSpan(_content, _contentLength);

    /// <summary>Where the current record or damage begins, bytes from the start of the file.</summary>
    public long Offset { get; private set; }

    /// <summary>What is wrong, after <see cref="McapScan.Damage"/>.</summary>
    public McapError Error { get; private set; }

    /// <summary>Whether footer and trailing magic were seen.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Room for more input; any length greater than 0 may be filled.</summary>
    public Span<byte> GetSpace()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _base += _start;
            _start = 0;
        }

        if (_buffer.Length - _end < MinimumSpace)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        return _buffer.AsSpan(_end);
    }

    /// <summary>Says that <paramref name="count"/> bytes of the space were filled; 0 means that the input has ended.</summary>
    public void Advance(int count)
    {
        _end += count;
        _inputEnded |= count == 0;
    }

    /// <summary>Moves on to the next finding.</summary>
    public McapScan Next()
    {
        Offset = _base + _start;
        _contentLength = 0;
        return _section switch
        {
            Section.Magic => ReadMagic(),
            Section.Trailer => ReadTrailer(),
            Section.End => McapScan.End,
            _ => ReadRecord(),
        };
    }

    private McapScan ReadMagic()
    {
        var have = _buffer.AsSpan(_start, Math.Min(_end - _start, McapFormat.Magic.Length));
        if (!McapFormat.Magic.StartsWith(have) || (have.IsEmpty && _inputEnded))
        {
            return Stop(McapError.BadMagic);
        }

        if (have.Length < McapFormat.Magic.Length)
        {
            return Starved();
        }

        Consume(have.Length);
        _section = Section.Header;
        return Next();
    }

    private McapScan ReadRecord()
    {
        var available = _buffer.AsSpan(_start, _end - _start);
        if (available.Length < McapFormat.RecordHeader)
        {
            return Starved();
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(available[1..]);
        if (length > (ulong)_limits.RecordBytes)
        {
            return Stop(McapError.RecordTooLarge);
        }

        var total = McapFormat.RecordHeader + (int)length;
        if (available.Length < total)
        {
            return Starved();
        }

        Opcode = (McapOpcode)available[0];
        _content = _start + McapFormat.RecordHeader;
        _contentLength = (int)length;
        var error = Judge(available[..total]);
        _start += total;
        if (error == McapError.None)
        {
            return McapScan.Record;
        }

        Error = error;
        return McapScan.Damage;
    }

    /// <summary>Checks the record against the section that it stands in, feeds the section's CRC, and moves to the next section at its end.</summary>
    private McapError Judge(ReadOnlySpan<byte> record)
    {
        if (!IsAllowed(Opcode))
        {
            _crc.Append(record);
            return Opcode == default ? McapError.UnknownRecord : McapError.MisplacedRecord;
        }

        switch (Opcode)
        {
            case McapOpcode.Header:
                _section = Section.Data;
                break;
            case McapOpcode.DataEnd:
                var dataCrc = _crc.Value;
                _section = Section.Summary;
                _crc = default;
                _sectionStart = Offset + record.Length;
                return !McapDataEnd.TryRead(Content, out var end) ? McapError.BadRecord
                    : _checkDataCrc && end.DataCrc != 0 && end.DataCrc != dataCrc ? McapError.BadDataCrc : McapError.None;
            case McapOpcode.Footer:
                return JudgeFooter(record);
            case McapOpcode.Attachment:
                _crc.Append(record);
                return McapAttachment.TryRead(Content, out _);
        }

        _crc.Append(record);
        return McapError.None;
    }

    private McapError JudgeFooter(ReadOnlySpan<byte> record)
    {
        _section = Section.Trailer;
        if (!McapFooter.TryRead(Content, out var footer))
        {
            return McapError.BadRecord;
        }

        _crc.Append(record[..(McapFormat.RecordHeader + 16)]);
        var begins = footer.SummaryStart == 0 ? Offset : (long)footer.SummaryStart;
        return footer.SummaryCrc != 0 && (footer.SummaryCrc != _crc.Value || begins != _sectionStart) ? McapError.BadSummaryCrc : McapError.None;
    }

    private bool IsAllowed(McapOpcode opcode) => _section switch
    {
        Section.Header => opcode is McapOpcode.Header,
        Section.Data => opcode is McapOpcode.Schema or McapOpcode.Channel or McapOpcode.Message or McapOpcode.Chunk
            or McapOpcode.MessageIndex or McapOpcode.Attachment or McapOpcode.Metadata or >= McapOpcode.DataEnd,
        _ => opcode is McapOpcode.Schema or McapOpcode.Channel or McapOpcode.Statistics or McapOpcode.ChunkIndex
            or McapOpcode.AttachmentIndex or McapOpcode.MetadataIndex or McapOpcode.SummaryOffset or McapOpcode.Footer or > McapOpcode.DataEnd,
    };

    private McapScan ReadTrailer()
    {
        var have = _buffer.AsSpan(_start, _end - _start);
        if (have.Length <= McapFormat.Magic.Length && !_inputEnded)
        {
            return McapScan.NeedInput;
        }

        if (!have.SequenceEqual(McapFormat.Magic))
        {
            return Stop(have.Length < McapFormat.Magic.Length && McapFormat.Magic.StartsWith(have) ? McapError.Truncated : McapError.BadTrailer);
        }

        IsComplete = true;
        _section = Section.End;
        return McapScan.End;
    }

    private McapScan Starved() => _inputEnded ? Stop(McapError.Truncated) : McapScan.NeedInput;

    private McapScan Stop(McapError error)
    {
        _section = Section.End;
        Error = error;
        return McapScan.Damage;
    }

    private void Consume(int count)
    {
        _crc.Append(_buffer.AsSpan(_start, count));
        _start += count;
    }
}
