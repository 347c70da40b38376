using System.Runtime.InteropServices;

namespace GenRL.Swarm.TickLog.Writing;

/// <summary>
/// A byte ring from any number of writing threads to one reading thread, without locks: a writer claims room by one compare-and-swap,
/// fills it, and commits it by writing its header last; the reader takes records in the order in which they were claimed and wipes what it
/// has read, so that an uncommitted header always reads as 0. Header: low half the length in bytes, high half the tag. Allocates nothing.
/// </summary>
internal sealed class RecordRing
{
    private const int Word = sizeof(long);
    private const int Filler = int.MaxValue;

    private readonly long[] _words;
    private readonly long _mask;
    private long _claimed;
    private long _consumed;

    /// <summary>A ring of <paramref name="bytes"/> bytes, a power of two.</summary>
    public RecordRing(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 4096);
        ArgumentOutOfRangeException.ThrowIfNotEqual(int.PopCount(bytes), 1, nameof(bytes));
        _words = new long[bytes / Word];
        _mask = bytes - 1;
    }

    /// <summary>Whether everything claimed was consumed.</summary>
    public bool IsEmpty => Volatile.Read(ref _claimed) == Volatile.Read(ref _consumed);

    private int Capacity => _words.Length * Word;

    private Span<byte> Bytes => MemoryMarshal.AsBytes(_words.AsSpan());

    /// <summary>Claims room for <paramref name="length"/> bytes. False when there is none; then nothing is claimed. Any thread.</summary>
    public bool TryClaim(int length, out RingSlot slot)
    {
        var total = Total(length);
        while (true)
        {
            var claimed = Volatile.Read(ref _claimed);
            var toEnd = Capacity - (int)(claimed & _mask);
            var needed = total > toEnd ? toEnd + total : total;
            if (claimed + needed - Volatile.Read(ref _consumed) > Capacity)
            {
                slot = default;
                return false;
            }

            if (Interlocked.CompareExchange(ref _claimed, claimed + needed, claimed) != claimed)
            {
                continue;
            }

            var at = (int)(claimed & _mask);
            if (total > toEnd)
            {
                WriteHeader(at, toEnd - Word, Filler);
                at = 0;
            }

            slot = new RingSlot(at, Bytes.Slice(at + Word, length));
            return true;
        }
    }

    /// <summary>Hands a claimed slot, now filled, to the reader.</summary>
    public void Commit(in RingSlot slot, int tag) => WriteHeader(slot.At, slot.Bytes.Length, tag);

    /// <summary>The oldest record, or false when it is not committed yet. Reading thread only; the span is valid until <see cref="Release"/>.</summary>
    public bool TryPeek(out int tag, out ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var at = (int)(_consumed & _mask);
            var header = Volatile.Read(ref _words[at / Word]);
            tag = (int)(header >> 32);
            bytes = header == 0 ? default : Bytes.Slice(at + Word, (int)header);
            if (tag != Filler)
            {
                return header != 0;
            }

            Release((int)header);
        }
    }

    /// <summary>Gives the room of the record just peeked, <paramref name="length"/> bytes long, back to the writers. Reading thread only.</summary>
    public void Release(int length)
    {
        var total = Total(length);
        _words.AsSpan((int)(_consumed & _mask) / Word, total / Word).Clear();
        Volatile.Write(ref _consumed, _consumed + total);
    }

    private static int Total(int length) => Word + (length + Word - 1) / Word * Word;

    private void WriteHeader(int at, int length, int tag) => Volatile.Write(ref _words[at / Word], ((long)tag << 32) | (uint)length);
}
