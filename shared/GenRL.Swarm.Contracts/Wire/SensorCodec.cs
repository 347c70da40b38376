using System.Buffers.Binary;
using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>
/// Bytes of a <see cref="SensorFrame"/>, little endian: 0 version; 1 kind; 2 ray count; 3 neighbour count; 4-11 step number; 12-19 stamp, ns;
/// 20-43 ego (position, velocity, heading, yaw rate), float32; 44-47 largest range; then one float32 per ray; then 22 bytes per neighbour (id,
/// position, velocity, radius); then CRC-32C. Counts and ids are checked; NaN and infinite measurements pass through as they are, because
/// the shield judges those. Allocates nothing.
/// </summary>
public static class SensorCodec
{
    /// <summary>Length of a frame with every ray and neighbour, bytes.</summary>
    public const int MaxLength = BodyOffset + (4 * SensorFrame.MaxRays) + (NeighbourLength * SensorFrame.MaxNeighbours) + FrameEnvelope.CheckLength;

    private const int BodyOffset = 48;
    private const int NeighbourLength = 22;

    /// <summary>Length of <paramref name="frame"/> on the wire, bytes.</summary>
    public static int Length(SensorFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Length(frame.RayCount, frame.NeighbourCount);
    }

    /// <summary>Writes <paramref name="frame"/>, taken at control step <paramref name="step"/>, to the start of <paramref name="bytes"/>.</summary>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is too short, or a count is larger than the frame's own buffers.</exception>
    public static int Write(StepNumber step, SensorFrame frame, Span<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if ((uint)frame.RayCount > SensorFrame.MaxRays || (uint)frame.NeighbourCount > SensorFrame.MaxNeighbours)
        {
            throw new ArgumentException($"{frame.RayCount} rays, {frame.NeighbourCount} neighbours: more than a frame holds", nameof(frame));
        }

        var length = Length(frame.RayCount, frame.NeighbourCount);
        FrameEnvelope.Require(bytes, length);
        bytes = bytes[..length];
        bytes[2] = (byte)frame.RayCount;
        bytes[3] = (byte)frame.NeighbourCount;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[4..], step.Value);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[12..], frame.Stamp.Nanoseconds);
        WriteVector(bytes[20..], frame.Ego.Position);
        WriteVector(bytes[28..], frame.Ego.Velocity);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[36..], frame.Ego.Heading);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[40..], frame.Ego.YawRate);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[44..], frame.MaxRange);
        var at = BodyOffset;
        for (var i = 0; i < frame.RayCount; i++, at += 4)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes[at..], frame.Ranges[i]);
        }

        for (var i = 0; i < frame.NeighbourCount; i++, at += NeighbourLength)
        {
            WriteNeighbour(bytes[at..], in frame.Neighbours[i]);
        }

        FrameEnvelope.Seal(bytes, FrameKind.Sensors);
        return length;
    }

    /// <summary>Reads a frame into <paramref name="frame"/>, which the caller owns and which stays as it was on any error.</summary>
    public static FrameError TryRead(ReadOnlySpan<byte> bytes, SensorFrame frame, out StepNumber step)
    {
        ArgumentNullException.ThrowIfNull(frame);
        step = default;
        var error = FrameEnvelope.Check(bytes, FrameKind.Sensors, BodyOffset + FrameEnvelope.CheckLength, MaxLength);
        if (error != FrameError.None)
        {
            return error;
        }

        int rays = bytes[2], neighbours = bytes[3];
        if (rays > SensorFrame.MaxRays || neighbours > SensorFrame.MaxNeighbours)
        {
            return FrameError.TooMany;
        }

        if (bytes.Length != Length(rays, neighbours))
        {
            return FrameError.WrongLength;
        }

        var first = BodyOffset + (4 * rays);
        for (var i = 0; i < neighbours; i++)
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(bytes[(first + (i * NeighbourLength))..]) > RobotId.MaxValue)
            {
                return FrameError.OutOfRange;
            }
        }

        step = new StepNumber(BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]));
        frame.Stamp = new Stamp(BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]));
        frame.Ego = new EgoState(
            ReadVector(bytes[20..]), ReadVector(bytes[28..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[36..]),
            BinaryPrimitives.ReadSingleLittleEndian(bytes[40..]));
        frame.MaxRange = BinaryPrimitives.ReadSingleLittleEndian(bytes[44..]);
        frame.RayCount = rays;
        for (var i = 0; i < rays; i++)
        {
            frame.Ranges[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(BodyOffset + (4 * i))..]);
        }

        frame.NeighbourCount = neighbours;
        for (var i = 0; i < neighbours; i++)
        {
            frame.Neighbours[i] = ReadNeighbour(bytes[(first + (i * NeighbourLength))..]);
        }

        return FrameError.None;
    }

    private static int Length(int rays, int neighbours) =>
        BodyOffset + (4 * rays) + (NeighbourLength * neighbours) + FrameEnvelope.CheckLength;

    private static void WriteNeighbour(Span<byte> bytes, in SensedNeighbour neighbour)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, neighbour.Id.Value);
        WriteVector(bytes[2..], neighbour.Position);
        WriteVector(bytes[10..], neighbour.Velocity);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[18..], neighbour.Radius);
    }

    private static SensedNeighbour ReadNeighbour(ReadOnlySpan<byte> bytes) => new(
        new RobotId(BinaryPrimitives.ReadUInt16LittleEndian(bytes)), ReadVector(bytes[2..]), ReadVector(bytes[10..]),
        BinaryPrimitives.ReadSingleLittleEndian(bytes[18..]));

    private static void WriteVector(Span<byte> bytes, Vector2 value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value.X);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[4..], value.Y);
    }

    private static Vector2 ReadVector(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadSingleLittleEndian(bytes), BinaryPrimitives.ReadSingleLittleEndian(bytes[4..]));
}
