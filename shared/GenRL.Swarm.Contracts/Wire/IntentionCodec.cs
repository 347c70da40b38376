using System.Buffers.Binary;
using System.Numerics;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>
/// Bytes of an <see cref="IntentionFrame"/>, little endian: 0 version (3 bits, high) and codec (5); 1 codebook hash; 2-3 robot (12 bits)
/// and flags (4, high); 4-5 send time; 6 sequence; 7 spread (4, low) and epistemic class (4, high); 8-11 position, int16 cm; 12-13
/// velocity, int8; 14-19 coefficients; 20-22 two 10-bit tokens and 4 bits of parity; 23 CRC-8 over bytes 0-22. Allocates nothing.
/// </summary>
public static class IntentionCodec
{
    /// <summary>Length of a frame, bytes.</summary>
    public const int Length = 24;

    /// <summary>The protocol version that this build writes and reads.</summary>
    public const byte Version = 1;

    /// <summary>Codec id: linear coefficients only.</summary>
    public const byte LinearCodec = 0;

    /// <summary>Codec id: linear coefficients and two tokens.</summary>
    public const byte TokenCodec = 1;

    /// <summary>Number of values that a token takes: 8 x 5 x 5 x 5.</summary>
    public const ushort TokenCount = 1000;

    /// <summary>The largest speed component that a frame carries, metres per second; larger ones are clipped.</summary>
    public const float VelocityRange = 2.54f;

    private const byte MaxClass = 15;
    private const float Centimetre = 0.01f;
    private const float VelocityUnit = VelocityRange / 127f;

    /// <summary>Writes <paramref name="frame"/> into the first <see cref="Length"/> bytes of <paramref name="bytes"/>; values are clipped to their ranges.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is too short.</exception>
    public static void Write(in IntentionFrame frame, Span<byte> bytes)
    {
        if (bytes.Length < Length)
        {
            throw new ArgumentException($"an intention frame needs {Length} bytes, the buffer has {bytes.Length}", nameof(bytes));
        }

        bytes[0] = (byte)((Version << 5) | (frame.Codec & 0x1F));
        bytes[1] = frame.CodebookHash;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], (ushort)((frame.Sender.Value & 0xFFF) | ((int)frame.Flags << 12)));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], frame.SendTime);
        bytes[6] = frame.Sequence;
        bytes[7] = (byte)(Math.Min(frame.SpreadClass, MaxClass) | (Math.Min(frame.EpistemicClass, MaxClass) << 4));
        BinaryPrimitives.WriteInt16LittleEndian(bytes[8..], Quantise16(frame.Position.X / Centimetre));
        BinaryPrimitives.WriteInt16LittleEndian(bytes[10..], Quantise16(frame.Position.Y / Centimetre));
        bytes[12] = (byte)Quantise8(frame.Velocity.X / VelocityUnit);
        bytes[13] = (byte)Quantise8(frame.Velocity.Y / VelocityUnit);
        for (var i = 0; i < LinearCoefficients.Count; i++)
        {
            bytes[14 + i] = (byte)frame.Coefficients[i];
        }

        var tokens = (uint)(frame.TokenA & 0x3FF) | ((uint)(frame.TokenB & 0x3FF) << 10);
        tokens |= Parity(tokens) << 20;
        bytes[20] = (byte)tokens;
        bytes[21] = (byte)(tokens >> 8);
        bytes[22] = (byte)(tokens >> 16);
        bytes[23] = Crc8.Of(bytes[..23]);
    }

    /// <summary>Reads a frame. On any error <paramref name="frame"/> is empty and the first reason found is returned.</summary>
    public static FrameError TryRead(ReadOnlySpan<byte> bytes, out IntentionFrame frame)
    {
        frame = default;
        if (bytes.Length != Length)
        {
            return FrameError.WrongLength;
        }

        if (Crc8.Of(bytes[..23]) != bytes[23])
        {
            return FrameError.BadChecksum;
        }

        if (bytes[0] >> 5 != Version)
        {
            return FrameError.UnknownVersion;
        }

        var codec = (byte)(bytes[0] & 0x1F);
        if (codec > TokenCodec)
        {
            return FrameError.UnknownCodec;
        }

        var tokens = bytes[20] | ((uint)bytes[21] << 8) | ((uint)bytes[22] << 16);
        var tokenA = (ushort)(tokens & 0x3FF);
        var tokenB = (ushort)((tokens >> 10) & 0x3FF);
        if (tokens >> 20 != Parity(tokens & 0xFFFFF) || tokenA >= TokenCount || tokenB >= TokenCount
            || (sbyte)bytes[12] == sbyte.MinValue || (sbyte)bytes[13] == sbyte.MinValue)
        {
            return FrameError.OutOfRange;
        }

        var who = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        var coefficients = default(LinearCoefficients);
        for (var i = 0; i < LinearCoefficients.Count; i++)
        {
            coefficients[i] = (sbyte)bytes[14 + i];
        }

        frame = new IntentionFrame(
            codec, bytes[1], new RobotId((ushort)(who & 0xFFF)), (IntentionFlags)(who >> 12), BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
            bytes[6], (byte)(bytes[7] & 0xF), (byte)(bytes[7] >> 4),
            new Vector2(BinaryPrimitives.ReadInt16LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt16LittleEndian(bytes[10..])) * Centimetre,
            new Vector2((sbyte)bytes[12], (sbyte)bytes[13]) * VelocityUnit, coefficients, tokenA, tokenB);
        return FrameError.None;
    }

    private static uint Parity(uint tokens)
    {
        tokens ^= tokens >> 16;
        tokens ^= tokens >> 8;
        tokens ^= tokens >> 4;
        return tokens & 0xF;
    }

    private static short Quantise16(float value) => float.IsNaN(value) ? (short)0 : (short)Math.Clamp(MathF.Round(value), short.MinValue, short.MaxValue);

    private static sbyte Quantise8(float value) => float.IsNaN(value) ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(value), -127f, 127f);
}
