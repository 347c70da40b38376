namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>Constants of the MCAP format (https://mcap.dev/spec).</summary>
internal static class McapFormat
{
    /// <summary>Bytes before a record's content: opcode (1) and length (8).</summary>
    public const int RecordHeader = 9;

    /// <summary>The first and the last eight bytes of a file.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'M', (byte)'C', (byte)'A', (byte)'P', (byte)'0', (byte)'\r', (byte)'\n'];
}
