using System.Buffers.Binary;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>
/// Bytes of a <see cref="HelloFrame"/>, little endian: 0 version; 1 kind; 2-3 robot; 4-7 codebook hash; 8 linear basis; 9-12 codecs; 13
/// kinematics; 14-25 largest speed, largest acceleration and radius, float32; 26-29 CRC-32C. Allocates nothing.
/// </summary>
public static class HelloCodec
{
    /// <summary>Length of a frame, bytes.</summary>
    public const int Length = 30;

    /// <summary>Writes <paramref name="frame"/> to the first <see cref="Length"/> bytes of <paramref name="bytes"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is too short.</exception>
    public static void Write(in HelloFrame frame, Span<byte> bytes)
    {
        FrameEnvelope.Require(bytes, Length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], frame.Sender.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], frame.CodebookHash);
        bytes[8] = frame.LinearBasis;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[9..], frame.Codecs);
        bytes[13] = (byte)frame.Kinematics;
        BinaryPrimitives.WriteSingleLittleEndian(bytes[14..], frame.MaxSpeed);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[18..], frame.MaxAcceleration);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[22..], frame.Radius);
        FrameEnvelope.Seal(bytes[..Length], FrameKind.Hello);
    }

    /// <summary>Reads a frame. On any error <paramref name="frame"/> is empty and the first reason found is returned.</summary>
    public static FrameError TryRead(ReadOnlySpan<byte> bytes, out HelloFrame frame)
    {
        frame = default;
        var error = FrameEnvelope.Check(bytes, FrameKind.Hello, Length, Length);
        if (error != FrameError.None)
        {
            return error;
        }

        var sender = new RobotId(BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]));
        var kinematics = (KinematicsKind)bytes[13];
        var speed = BinaryPrimitives.ReadSingleLittleEndian(bytes[14..]);
        var acceleration = BinaryPrimitives.ReadSingleLittleEndian(bytes[18..]);
        var radius = BinaryPrimitives.ReadSingleLittleEndian(bytes[22..]);
        if (sender.Value > RobotId.MaxValue || !Enum.IsDefined(kinematics) || !IsPositive(speed) || !IsPositive(acceleration) || !IsPositive(radius))
        {
            return FrameError.OutOfRange;
        }

        frame = new HelloFrame(
            sender, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), bytes[8], BinaryPrimitives.ReadUInt32LittleEndian(bytes[9..]),
            kinematics, speed, acceleration, radius);
        return FrameError.None;
    }

    private static bool IsPositive(float value) => float.IsFinite(value) && value > 0f;
}
