using System.Buffers.Binary;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.TickLog.Layout;

/// <summary>Bytes of a <see cref="StepRecord"/> in the log; <c>Layout/step.layout</c> describes them field by field. Allocates nothing.</summary>
internal static class StepLayout
{
    public const ushort Version = 1;

    private const int FixedSize = 88;

    /// <summary>Bytes that <paramref name="record"/> takes, or -1 when one of its counts is out of range.</summary>
    public static int SizeOf(StepRecord record) => SensorLayout.CountsAreSound(record.Sensors)
        ? FixedSize + SensorLayout.ArraySize(record.Sensors.RayCount, record.Sensors.NeighbourCount)
        : -1;

    /// <summary>Writes <paramref name="record"/> into <paramref name="bytes"/>, which has <see cref="SizeOf"/> bytes.</summary>
    public static void Write(StepRecord record, Span<byte> bytes)
    {
        var to = new SpanWriter(bytes);
        to.U16(Version);
        to.U16(record.Sensors.RayCount);
        to.U16(record.Sensors.NeighbourCount);
        to.U8((byte)record.Verdict.Reason);
        to.U8(0);
        to.I64(record.Step.Value);
        to.I64(record.Now.Nanoseconds);
        SensorLayout.WriteFixed(ref to, record.Sensors);
        to.Vector(record.Verdict.Requested);
        to.Vector(record.Verdict.Allowed);
        to.F32(record.Verdict.Barrier);
        to.F32(record.PlanAge);
        to.F32(record.Duration);
        SensorLayout.WriteArrays(ref to, record.Sensors);
    }

    /// <summary>Whether <paramref name="bytes"/> hold a record of this version whose counts agree with its length.</summary>
    public static bool IsSound(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedSize)
        {
            return false;
        }

        var from = new SpanReader(bytes);
        var version = from.U16();
        int rays = from.U16();
        int neighbours = from.U16();
        return version == Version && rays <= SensorFrame.MaxRays && neighbours <= SensorFrame.MaxNeighbours
            && bytes.Length == FixedSize + SensorLayout.ArraySize(rays, neighbours);
    }

    /// <summary>When the record in sound <paramref name="bytes"/> was made.</summary>
    public static Stamp TimeOf(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]));

    /// <summary>Overwrites <paramref name="record"/> with sound <paramref name="bytes"/>.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, StepRecord record)
    {
        var from = new SpanReader(bytes);
        _ = from.U16();
        record.Sensors.RayCount = from.U16();
        record.Sensors.NeighbourCount = from.U16();
        var reason = (ShieldReason)from.U8();
        _ = from.U8();
        record.Step = new StepNumber(from.I64());
        record.Now = new Stamp(from.I64());
        SensorLayout.ReadFixed(ref from, record.Sensors);
        record.Verdict = new ShieldVerdict(from.Vector(), from.Vector(), reason, from.F32());
        record.PlanAge = from.F32();
        record.Duration = from.F32();
        SensorLayout.ReadArrays(ref from, record.Sensors);
    }
}
