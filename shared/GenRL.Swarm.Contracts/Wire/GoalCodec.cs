using System.Buffers.Binary;
using System.Numerics;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>
/// Bytes of a <see cref="GoalAssignment"/>, little endian: 0 version; 1 kind; 2 active (0 or 1); 3-6 mission; 7-14 goal, float32, metres;
/// 15-18 CRC-32C. A goal that is not finite is rejected by the reader. Allocates nothing.
/// </summary>
public static class GoalCodec
{
    /// <summary>Length of a frame, bytes.</summary>
    public const int Length = 19;

    /// <summary>Writes <paramref name="goal"/> to the first <see cref="Length"/> bytes of <paramref name="bytes"/>.</summary>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> is too short.</exception>
    public static void Write(in GoalAssignment goal, Span<byte> bytes)
    {
        FrameEnvelope.Require(bytes, Length);
        bytes[2] = goal.Active ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[3..], goal.Mission);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[7..], goal.Goal.X);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[11..], goal.Goal.Y);
        FrameEnvelope.Seal(bytes[..Length], FrameKind.Goal);
    }

    /// <summary>Reads a goal. On any error <paramref name="goal"/> is empty (not active) and the first reason found is returned.</summary>
    public static FrameError TryRead(ReadOnlySpan<byte> bytes, out GoalAssignment goal)
    {
        goal = default;
        var error = FrameEnvelope.Check(bytes, FrameKind.Goal, Length, Length);
        if (error != FrameError.None)
        {
            return error;
        }

        var place = new Vector2(BinaryPrimitives.ReadSingleLittleEndian(bytes[7..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[11..]));
        if (bytes[2] > 1 || !float.IsFinite(place.X) || !float.IsFinite(place.Y))
        {
            return FrameError.OutOfRange;
        }

        goal = new GoalAssignment(BinaryPrimitives.ReadInt32LittleEndian(bytes[3..]), place, bytes[2] == 1);
        return FrameError.None;
    }
}
