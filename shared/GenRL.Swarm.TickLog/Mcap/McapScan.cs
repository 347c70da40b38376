namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>What <see cref="McapScanner.Next"/> found.</summary>
internal enum McapScan
{
    /// <summary>The next record is not complete: feed more bytes.</summary>
    NeedInput,

    /// <summary>A record; <see cref="McapScanner.Opcode"/> and <see cref="McapScanner.Content"/> hold it.</summary>
    Record,

    /// <summary>Something is wrong with what stands at <see cref="McapScanner.Offset"/>. The scan goes on after it where that is possible.</summary>
    Damage,

    /// <summary>Nothing follows.</summary>
    End,
}
