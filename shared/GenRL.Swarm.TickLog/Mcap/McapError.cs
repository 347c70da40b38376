namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>Why bytes are not a sound MCAP file. One reason per finding, given together with the offset of the record that it concerns.</summary>
public enum McapError
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The file does not begin with the MCAP magic: it is something else.</summary>
    BadMagic,

    /// <summary>The input ends within a record, or without a footer: it was cut off.</summary>
    Truncated,

    /// <summary>A record says that it is longer than the limit, or than the input.</summary>
    RecordTooLarge,

    /// <summary>A record is too short for its own fields, or a text in it is not UTF-8.</summary>
    BadRecord,

    /// <summary>A record stands where the format does not allow it.</summary>
    MisplacedRecord,

    /// <summary>A record's type is not one that the format defines.</summary>
    UnknownRecord,

    /// <summary>A chunk is compressed by a method that this reader does not know.</summary>
    UnknownCompression,

    /// <summary>The system library that a chunk's compression needs is not installed.</summary>
    CompressionUnavailable,

    /// <summary>A chunk's bytes do not decompress, or not to the size that the chunk gives.</summary>
    BadCompressedData,

    /// <summary>A chunk says that it decompresses to more than the limit.</summary>
    ChunkTooLarge,

    /// <summary>A chunk's content does not have the chunk's CRC.</summary>
    BadChunkCrc,

    /// <summary>A chunk's content is not a sequence of whole records.</summary>
    BadChunkContent,

    /// <summary>An attachment's bytes do not have its CRC.</summary>
    BadAttachmentCrc,

    /// <summary>The data section does not have the CRC that its last record gives.</summary>
    BadDataCrc,

    /// <summary>The summary does not have the CRC that the footer gives.</summary>
    BadSummaryCrc,

    /// <summary>The file does not end with the magic after its footer, or goes on after it.</summary>
    BadTrailer,

    /// <summary>A message belongs to a channel that no record describes.</summary>
    UnknownChannel,

    /// <summary>A message's content does not have the layout that its channel promises.</summary>
    BadMessage,
}
