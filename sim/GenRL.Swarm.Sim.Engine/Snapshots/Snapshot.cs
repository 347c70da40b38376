using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Engine.Snapshots;

/// <summary>
/// Moves a state between a world and bytes. A world names its fields once, in one method, and that method saves, restores and measures: what one
/// direction knows the other cannot forget. Little-endian, no padding, no header: for the same program on the same kind of machine.
/// </summary>
public ref struct Snapshot
{
    private readonly Span<byte> _written;
    private readonly ReadOnlySpan<byte> _read;
    private readonly Direction _direction;

    private Snapshot(Span<byte> written, ReadOnlySpan<byte> read, Direction direction)
    {
        _written = written;
        _read = read;
        _direction = direction;
    }

    private enum Direction
    {
        Measure,
        Save,
        Restore,
    }

    /// <summary>Bytes moved so far.</summary>
    public int Position { get; private set; }

    /// <summary>Whether the fields are being written over.</summary>
    public readonly bool Restores => _direction == Direction.Restore;

    /// <summary>Moves nothing, and counts.</summary>
    public static Snapshot Measure() => new(default, default, Direction.Measure);

    /// <summary>Writes fields into <paramref name="bytes"/>.</summary>
    public static Snapshot Save(Span<byte> bytes) => new(bytes, default, Direction.Save);

    /// <summary>Reads fields from <paramref name="bytes"/>.</summary>
    public static Snapshot Restore(ReadOnlySpan<byte> bytes) => new(default, bytes, Direction.Restore);

    /// <summary>Moves one field.</summary>
    /// <exception cref="InvalidDataException">The bytes are too few.</exception>
    public void Move<T>(ref T field)
        where T : unmanaged => Move(MemoryMarshal.CreateSpan(ref field, 1));

    /// <summary>Moves the entries of an array, whose number the world's options fix.</summary>
    /// <exception cref="InvalidDataException">The bytes are too few.</exception>
    public void Move<T>(Span<T> fields)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(fields);
        if (_direction == Direction.Save)
        {
            bytes.CopyTo(_written[Position..]);
        }
        else if (_direction == Direction.Restore)
        {
            if (_read.Length - Position < bytes.Length)
            {
                throw new InvalidDataException($"a snapshot of {_read.Length} bytes is too short: {Position + bytes.Length} are needed");
            }

            _read.Slice(Position, bytes.Length).CopyTo(bytes);
        }

        Position += bytes.Length;
    }

    /// <summary>Moves a stream of random numbers.</summary>
    public void Move(RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var state = stream.State;
        Move(ref state);
        stream.State = state;
    }
}
