using System.Buffers.Binary;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>What every frame but the intention frame has in common: byte 0 version, byte 1 kind, then the body, and a CRC-32C of all that in the last 4 bytes.</summary>
internal static class FrameEnvelope
{
    /// <summary>The version that this build writes and reads, of every kind that does not name its own.</summary>
    public const byte Version = 1;

    /// <summary>Bytes before the body.</summary>
    public const int HeaderLength = 2;

    /// <summary>Bytes after the body.</summary>
    public const int CheckLength = 4;

    /// <summary>Writes header and check sum around the body that <paramref name="frame"/> (exactly the frame) already holds.</summary>
    public static void Seal(Span<byte> frame, FrameKind kind, byte version = Version)
    {
        frame[0] = version;
        frame[1] = (byte)kind;
        var end = frame.Length - CheckLength;
        BinaryPrimitives.WriteUInt32LittleEndian(frame[end..], Crc32C.Of(frame[..end]));
    }

    /// <summary>Checks length, check sum, version and kind, in this order.</summary>
    public static FrameError Check(ReadOnlySpan<byte> frame, FrameKind kind, int minimum, int maximum, byte version = Version)
    {
        if (frame.Length < minimum || frame.Length > maximum)
        {
            return FrameError.WrongLength;
        }

        var end = frame.Length - CheckLength;
        if (BinaryPrimitives.ReadUInt32LittleEndian(frame[end..]) != Crc32C.Of(frame[..end]))
        {
            return FrameError.BadChecksum;
        }

        if (frame[0] != version)
        {
            return FrameError.UnknownVersion;
        }

        return frame[1] == (byte)kind ? FrameError.None : FrameError.UnknownCodec;
    }

    /// <summary>Throws when <paramref name="bytes"/> cannot hold a frame of <paramref name="length"/> bytes.</summary>
    /// <exception cref="ArgumentException">It is too short.</exception>
    public static void Require(Span<byte> bytes, int length)
    {
        if (bytes.Length < length)
        {
            throw new ArgumentException($"the frame needs {length} bytes, the buffer has {bytes.Length}", nameof(bytes));
        }
    }
}
