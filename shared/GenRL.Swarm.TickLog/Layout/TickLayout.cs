using System.Buffers.Binary;
using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.TickLog.Layout;

/// <summary>Bytes of a <see cref="TickRecord"/> in the log; <c>Layout/tick.layout</c> describes them field by field. Allocates nothing.</summary>
internal static class TickLayout
{
    /// <summary>The version that is written. Version 1, which is read too, did not hold what was known of the senders.</summary>
    public const ushort Version = 2;

    private const ushort WithoutIntroductions = 1;

    private const int FixedSize = 150 + 2 * PlanShape.Horizon * 8;
    private const int HeardSize = sizeof(long) + IntentionCodec.Length + IntroductionSize;
    private const int IntroductionSize = 1 + sizeof(uint) + sizeof(float);
    private const int AttendedSize = 56;
    private const int GoalActive = 1;
    private const int DidTell = 2;

    /// <summary>Bytes that <paramref name="record"/> takes, or -1 when one of its counts is out of range.</summary>
    public static int SizeOf(TickRecord record) =>
        SensorLayout.CountsAreSound(record.Sensors) && record.HeardCount is >= 0 and <= TickRecord.MaxHeard
        && record.AttendedCount is >= 0 and <= PlanShape.Neighbours && record.Candidates is >= 0 and <= TickRecord.MaxCandidates
            ? Size(record.Sensors.RayCount, record.Sensors.NeighbourCount, record.HeardCount, record.AttendedCount, record.Candidates)
            : -1;

    /// <summary>Writes <paramref name="record"/> into <paramref name="bytes"/>, which has <see cref="SizeOf"/> bytes.</summary>
    public static void Write(TickRecord record, Span<byte> bytes)
    {
        var to = new SpanWriter(bytes);
        to.U16(Version);
        to.U16(record.Sensors.RayCount);
        to.U16(record.Sensors.NeighbourCount);
        to.U16(record.HeardCount);
        to.U16(record.AttendedCount);
        to.U16(record.Candidates);
        to.U8((byte)record.Fault);
        to.U8((record.Goal.Active ? GoalActive : 0) | (record.DidTell ? DidTell : 0));
        to.I64(record.Tick.Value);
        to.I64(record.Step.Value);
        to.I64(record.Now.Nanoseconds);
        SensorLayout.WriteFixed(ref to, record.Sensors);
        to.I32(record.Goal.Mission);
        to.Vector(record.Goal.Goal);
        to.Vector(record.Executed);
        to.I32(record.Best);
        to.I32(record.ReleaseEpoch);
        WriteTimings(ref to, record.Timings);
        var told = record.Told;
        to.Raw(told);
        WriteVectors(ref to, record.Plan);
        WriteVectors(ref to, record.Path);
        SensorLayout.WriteArrays(ref to, record.Sensors);
        foreach (ref readonly var heard in record.Heard.AsSpan(0, record.HeardCount))
        {
            to.I64(heard.Arrived.Nanoseconds);
            var frame = heard.Bytes;
            to.Raw(frame);
            to.U8(heard.Sender is null ? 0 : 1);
            to.U32(heard.Sender.GetValueOrDefault().Codebook);
            to.F32(heard.Sender.GetValueOrDefault().Radius);
        }

        foreach (ref readonly var attended in record.Attended.AsSpan(0, record.AttendedCount))
        {
            WriteAttended(ref to, attended);
        }

        foreach (var cost in record.Costs.AsSpan(0, record.Candidates))
        {
            to.F32(cost);
        }
    }

    /// <summary>Whether <paramref name="bytes"/> hold a record of a known version whose counts agree with its length.</summary>
    public static bool IsSound(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedSize)
        {
            return false;
        }

        var from = new SpanReader(bytes);
        var version = from.U16();
        int rays = from.U16(), neighbours = from.U16(), heard = from.U16(), attended = from.U16(), candidates = from.U16();
        var missing = version == WithoutIntroductions ? heard * IntroductionSize : 0;
        return version is Version or WithoutIntroductions && rays <= SensorFrame.MaxRays && neighbours <= SensorFrame.MaxNeighbours && heard <= TickRecord.MaxHeard
            && attended <= PlanShape.Neighbours && candidates <= TickRecord.MaxCandidates
            && bytes.Length == Size(rays, neighbours, heard, attended, candidates) - missing;
    }

    /// <summary>When the record in sound <paramref name="bytes"/> was made.</summary>
    public static Stamp TimeOf(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadInt64LittleEndian(bytes[30..]));

    /// <summary>Overwrites <paramref name="record"/> with sound <paramref name="bytes"/>.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, TickRecord record)
    {
        var from = new SpanReader(bytes);
        var version = from.U16();
        record.Sensors.RayCount = from.U16();
        record.Sensors.NeighbourCount = from.U16();
        record.HeardCount = from.U16();
        record.AttendedCount = from.U16();
        record.Candidates = from.U16();
        record.Fault = (TickFault)from.U8();
        var flags = from.U8();
        record.DidTell = (flags & DidTell) != 0;
        record.Tick = new TickNumber(from.I64());
        record.Step = new StepNumber(from.I64());
        record.Now = new Stamp(from.I64());
        SensorLayout.ReadFixed(ref from, record.Sensors);
        record.Goal = new GoalAssignment(from.I32(), from.Vector(), (flags & GoalActive) != 0);
        record.Executed = from.Vector();
        record.Best = from.I32();
        record.ReleaseEpoch = from.I32();
        record.Timings = new TickTimings(from.F32(), from.F32(), from.F32(), from.F32(), from.F32(), from.F32());
        record.Told = ReadFrame(ref from);
        ReadVectors(ref from, record.Plan);
        ReadVectors(ref from, record.Path);
        SensorLayout.ReadArrays(ref from, record.Sensors);
        foreach (ref var heard in record.Heard.AsSpan(0, record.HeardCount))
        {
            heard = new HeardFrame(new Stamp(from.I64()), ReadFrame(ref from), version == WithoutIntroductions ? null : ReadIntroduction(ref from));
        }

        foreach (ref var attended in record.Attended.AsSpan(0, record.AttendedCount))
        {
            attended = ReadAttended(ref from);
        }

        record.Attended.AsSpan(record.AttendedCount).Clear();

        foreach (ref var cost in record.Costs.AsSpan(0, record.Candidates))
        {
            cost = from.F32();
        }
    }

    private static int Size(int rays, int neighbours, int heard, int attended, int candidates) =>
        FixedSize + SensorLayout.ArraySize(rays, neighbours) + heard * HeardSize + attended * AttendedSize + candidates * sizeof(float);

    private static void WriteTimings(ref SpanWriter to, in TickTimings timings)
    {
        to.F32(timings.Observe);
        to.F32(timings.Encode);
        to.F32(timings.Propose);
        to.F32(timings.Choose);
        to.F32(timings.Tell);
        to.F32(timings.Total);
    }

    private static void WriteAttended(ref SpanWriter to, in AttendedNeighbour attended)
    {
        to.U8(attended.Present ? 1 : 0);
        to.U8(attended.HasMessage ? 1 : 0);
        to.U16(attended.Id.Value);
        to.Vector(attended.Position);
        to.Vector(attended.Velocity);
        to.F32(attended.MessageAge);
        to.Vector(attended.At05);
        to.Vector(attended.At10);
        to.Vector(attended.At15);
        to.Vector(attended.Goal);
    }

    private static AttendedNeighbour ReadAttended(ref SpanReader from)
    {
        var present = from.U8() != 0;
        var hasMessage = from.U8() != 0;
        return new AttendedNeighbour(
            present, new RobotId(from.U16()), from.Vector(), from.Vector(), hasMessage, from.F32(), from.Vector(), from.Vector(), from.Vector(),
            from.Vector());
    }

    private static FrameBytes ReadFrame(ref SpanReader from)
    {
        var frame = default(FrameBytes);
        from.Raw(IntentionCodec.Length).CopyTo(frame);
        return frame;
    }

    private static Introduction? ReadIntroduction(ref SpanReader from)
    {
        var known = from.U8() != 0;
        var introduction = new Introduction(from.U32(), from.F32());
        return known ? introduction : null;
    }

    private static void WriteVectors(ref SpanWriter to, ReadOnlySpan<Vector2> vectors)
    {
        foreach (var vector in vectors)
        {
            to.Vector(vector);
        }
    }

    private static void ReadVectors(ref SpanReader from, Span<Vector2> vectors)
    {
        foreach (ref var vector in vectors)
        {
            vector = from.Vector();
        }
    }
}
