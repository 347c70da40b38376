using System.Buffers.Binary;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>
/// Bytes of a <see cref="HelloFrame"/>, version 2, little endian: 0 version; 1 kind; 2-3 robot; 4-11 send time, ns; 12-15 codebook hash; 16
/// linear basis; 17-20 codecs; 21 kinematics; 22-33 largest speed, largest acceleration and radius, float32; 34-37 CRC-32C. Version 1 had no send
/// time, so that a replay could not be told from news; it is refused as unknown. Allocates nothing.
/// </summary>
public static class HelloCodec
{
    /// <summary>Length of a frame, bytes.</summary>
    public const int Length = 38;

    private const byte Version = 2;
    private const int LengthOfVersion1 = 30;

    /// <summary>Writes <paramref name="frame"/> to the first <see cref="Length"/> bytes of <paramref name="bytes"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is too short.</exception>
    public static void Write(in HelloFrame frame, Span<byte> bytes)
    {
        FrameEnvelope.Require(bytes, Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], frame.Sender.Value);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[4..], frame.SentAt.Nanoseconds);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[12..], frame.CodebookHash);
        bytes[16] = frame.LinearBasis;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[17..], frame.Codecs);
        bytes[21] = (byte)frame.Kinematics;
        BinaryPrimitives.WriteSingleLittleEndian(bytes[22..], frame.MaxSpeed);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[26..], frame.MaxAcceleration);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[30..], frame.Radius);
        FrameEnvelope.Seal(bytes[..Length], FrameKind.Hello, Version);
    }

    /// <summary>Reads a frame. On any error <paramref name="frame"/> is empty and the first reason found is returned.</summary>
    public static FrameError TryRead(ReadOnlySpan<byte> bytes, out HelloFrame frame)
    {
        frame = default;
        var error = FrameEnvelope.Check(bytes, FrameKind.Hello, LengthOfVersion1, Length, Version);
        if (error != FrameError.None)
        {
            return error;
        }

        if (bytes.Length != Length)
        {
            return FrameError.WrongLength;
        }

        var sender = new RobotId(BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]));
        var kinematics = (KinematicsKind)bytes[21];
        var speed = BinaryPrimitives.ReadSingleLittleEndian(bytes[22..]);
        var acceleration = BinaryPrimitives.ReadSingleLittleEndian(bytes[26..]);
        var radius = BinaryPrimitives.ReadSingleLittleEndian(bytes[30..]);
        if (sender.Value > RobotId.MaxValue || !Enum.IsDefined(kinematics) || !IsPositive(speed) || !IsPositive(acceleration) || !IsPositive(radius))
        {
            return FrameError.OutOfRange;
        }

        frame = new HelloFrame(
            sender, new Stamp(BinaryPrimitives.ReadInt64LittleEndian(bytes[4..])), BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]), bytes[16],
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[17..]), kinematics, speed, acceleration, radius);
        return FrameError.None;
    }

    private static bool IsPositive(float value) => float.IsFinite(value) && value > 0f;
}
