namespace GenRL.Swarm.TickLog.Writing;

/// <summary>Room claimed in a <see cref="RecordRing"/>: to be filled, then committed.</summary>
internal readonly ref struct RingSlot(int at, Span<byte> bytes)
{
    public int At { get; } = at;

    public Span<byte> Bytes { get; } = bytes;
}
