namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>Reads the records of an MCAP file from a stream, which stays the caller's. Not thread safe.</summary>
internal sealed class McapReader
{
    private readonly Stream _stream;

    /// <summary>Reads the whole file that <paramref name="stream"/> stands at the beginning of.</summary>
    public McapReader(Stream stream, McapLimits limits)
    {
        _stream = stream;
        Scanner = new McapScanner(limits);
    }

    /// <summary>Goes on at <paramref name="offset"/> of the file, where a record of the data section begins.</summary>
    public McapReader(Stream stream, McapLimits limits, long offset)
    {
        _stream = stream;
        _stream.Position = offset;
        Scanner = new McapScanner(limits, offset);
    }

    /// <summary>Holds the current record or damage.</summary>
    public McapScanner Scanner { get; }

    /// <summary>Moves to the next finding; never <see cref="McapScan.NeedInput"/>.</summary>
    public McapScan Next()
    {
        while (true)
        {
            var found = Scanner.Next();
            if (found != McapScan.NeedInput)
            {
                return found;
            }

            Scanner.Advance(_stream.Read(Scanner.GetSpace()));
        }
    }
}
