using System.Buffers.Binary;
using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>
/// Bytes of a <see cref="CommandFrame"/>, little endian: 0 version; 1 kind; 2 shield reason; 3-10 step number; 11-18 stamp, ns; 19-26
/// velocity, float32; 27-30 CRC-32C. A velocity that is not finite is rejected by the reader. Allocates nothing.
/// </summary>
public static class CommandCodec
{
    /// <summary>Length of a frame, bytes.</summary>
    public const int Length = 31;

    /// <summary>Writes <paramref name="frame"/> to the first <see cref="Length"/> bytes of <paramref name="bytes"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is too short.</exception>
    public static void Write(in CommandFrame frame, Span<byte> bytes)
    {
        FrameEnvelope.Require(bytes, Length);
        bytes[2] = (byte)frame.Reason;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[3..], frame.Step.Value);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[11..], frame.Stamp.Nanoseconds);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[19..], frame.Velocity.X);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[23..], frame.Velocity.Y);
        FrameEnvelope.Seal(bytes[..Length], FrameKind.Command);
    }

    /// <summary>Reads a frame. On any error <paramref name="frame"/> is empty and the first reason found is returned.</summary>
    public static FrameError TryRead(ReadOnlySpan<byte> bytes, out CommandFrame frame)
    {
        frame = default;
        var error = FrameEnvelope.Check(bytes, FrameKind.Command, Length, Length);
        if (error != FrameError.None)
        {
            return error;
        }

        var velocity = new Vector2(BinaryPrimitives.ReadSingleLittleEndian(bytes[19..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[23..]));
        var reason = (ShieldReason)bytes[2];
        if (!float.IsFinite(velocity.X) || !float.IsFinite(velocity.Y) || !Enum.IsDefined(reason))
        {
            return FrameError.OutOfRange;
        }

        frame = new CommandFrame(
            new StepNumber(BinaryPrimitives.ReadInt64LittleEndian(bytes[3..])), new Stamp(BinaryPrimitives.ReadInt64LittleEndian(bytes[11..])),
            velocity, reason);
        return FrameError.None;
    }
}
