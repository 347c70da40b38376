using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Contracts.Tests.Wire;

/// <summary>Random well-formed frames, and each codec as bytes in, bytes out.</summary>
internal static class Frames
{
    public static readonly Gen<byte[]> Intention =
        from codec in Gen.Choose(0, 1)
        from head in Gen.Choose(0, 255).ListOf(7)
        from x in Gen.Choose(short.MinValue, short.MaxValue).Two()
        from v in Gen.Choose(-127, 127).Two()
        from c in Gen.Choose(-128, 127).ListOf(6)
        from tokens in Gen.Choose(0, 999).Two()
        select Encode(new IntentionFrame(
            (byte)codec, (byte)head[0], new RobotId((ushort)(head[1] * 16)), (IntentionFlags)(head[2] & 15), (ushort)(head[3] * 257), (byte)head[4],
            (byte)(head[5] & 15), (byte)(head[6] & 15), new Vector2(x.Item1, x.Item2) * 0.01f,
            new Vector2(v.Item1, v.Item2) * (IntentionCodec.VelocityRange / 127f), Coefficients(c), (ushort)tokens.Item1, (ushort)tokens.Item2));

    // NaN and infinities are measurements like any other.
    public static readonly Gen<byte[]> Sensors =
        from rays in Gen.Choose(0, SensorFrame.MaxRays)
        from neighbours in Gen.Choose(0, SensorFrame.MaxNeighbours)
        from step in Gen.Choose(int.MinValue, int.MaxValue)
        from values in Any.ListOf(8 + rays + (5 * neighbours))
        select Encode(step, rays, neighbours, values);

    public static readonly Gen<byte[]> Command =
        from step in Gen.Choose(int.MinValue, int.MaxValue).Two()
        from v in Finite.Two()
        from reason in Gen.Choose(0, 7)
        select Encode(new CommandFrame(
            new StepNumber(step.Item1), new Stamp(step.Item2 * 1_000_000L), new Vector2(v.Item1, v.Item2), (ShieldReason)reason));

    public static readonly Gen<byte[]> Goal =
        from mission in Gen.Choose(int.MinValue, int.MaxValue)
        from place in Finite.Two()
        from active in Gen.Choose(0, 1)
        select Encode(new GoalAssignment(mission, new Vector2(place.Item1, place.Item2), active == 1));

    public static readonly Gen<byte[]> Hello =
        from robot in Gen.Choose(0, RobotId.MaxValue)
        from numbers in Gen.Choose(int.MinValue, int.MaxValue).Two()
        from basis in Gen.Choose(0, 255)
        from kind in Gen.Choose(0, 1)
        from limits in Gen.Choose(1, 100_000).Three()
        select Encode(new HelloFrame(
            new RobotId((ushort)robot), new Stamp(numbers.Item1 * 1_000_003L), (uint)numbers.Item1, (byte)basis, (uint)numbers.Item2, (KinematicsKind)kind,
            limits.Item1 * 0.001f, limits.Item2 * 0.001f, limits.Item3 * 0.001f));

    private static readonly float[] Odd = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f];

    private static Gen<float> Finite => Gen.Choose(-1_000_000, 1_000_000).Select(i => i * 0.001f);

    private static Gen<float> Any => Gen.Frequency((8, Finite), (1, Gen.Elements(Odd)));

    public static readonly (string Name, Gen<byte[]> Good, Recode Recode)[] All =
    [
        ("intention", Intention, RecodeIntention), ("sensors", Sensors, RecodeSensors), ("command", Command, RecodeCommand), ("goal", Goal, RecodeGoal),
        ("hello", Hello, RecodeHello),
    ];

    /// <summary>Reads bytes and, when they are a frame, writes it again.</summary>
    public delegate FrameError Recode(byte[] bytes, out byte[] again);

    public static byte[] Encode(in IntentionFrame frame)
    {
        var bytes = new byte[IntentionCodec.Length];
        IntentionCodec.Write(in frame, bytes);
        return bytes;
    }

    public static byte[] Encode(StepNumber step, SensorFrame frame)
    {
        var bytes = new byte[SensorCodec.Length(frame)];
        Assert.Equal(bytes.Length, SensorCodec.Write(step, frame, bytes));
        return bytes;
    }

    public static byte[] Encode(in CommandFrame frame)
    {
        var bytes = new byte[CommandCodec.Length];
        CommandCodec.Write(in frame, bytes);
        return bytes;
    }

    public static byte[] Encode(in GoalAssignment goal)
    {
        var bytes = new byte[GoalCodec.Length];
        GoalCodec.Write(in goal, bytes);
        return bytes;
    }

    public static byte[] Encode(in HelloFrame frame)
    {
        var bytes = new byte[HelloCodec.Length];
        HelloCodec.Write(in frame, bytes);
        return bytes;
    }

    public static LinearCoefficients Coefficients(IReadOnlyList<int> values)
    {
        var coefficients = default(LinearCoefficients);
        for (var i = 0; i < LinearCoefficients.Count; i++)
        {
            coefficients[i] = (sbyte)values[i];
        }

        return coefficients;
    }

    private static byte[] Encode(int step, int rays, int neighbours, List<float> values)
    {
        var frame = new SensorFrame
        {
            Stamp = new Stamp(step * 20_000_000L), RayCount = rays, NeighbourCount = neighbours, MaxRange = values[0],
            Ego = new EgoState(new Vector2(values[1], values[2]), new Vector2(values[3], values[4]), values[5], values[6]),
        };
        for (var i = 0; i < rays; i++)
        {
            frame.Ranges[i] = values[8 + i];
        }

        for (var i = 0; i < neighbours; i++)
        {
            var at = 8 + rays + (5 * i);
            frame.Neighbours[i] = new SensedNeighbour(
                new RobotId((ushort)(i * 100)), new Vector2(values[at], values[at + 1]), new Vector2(values[at + 2], values[at + 3]), values[at + 4]);
        }

        return Encode(new StepNumber(step), frame);
    }

    private static FrameError RecodeIntention(byte[] bytes, out byte[] again)
    {
        var error = IntentionCodec.TryRead(bytes, out var frame);
        again = error == FrameError.None ? Encode(in frame) : [];
        return error;
    }

    private static FrameError RecodeSensors(byte[] bytes, out byte[] again)
    {
        var frame = new SensorFrame();
        var error = SensorCodec.TryRead(bytes, frame, out var step);
        again = error == FrameError.None ? Encode(step, frame) : [];
        return error;
    }

    private static FrameError RecodeCommand(byte[] bytes, out byte[] again)
    {
        var error = CommandCodec.TryRead(bytes, out var frame);
        again = error == FrameError.None ? Encode(in frame) : [];
        return error;
    }

    private static FrameError RecodeGoal(byte[] bytes, out byte[] again)
    {
        var error = GoalCodec.TryRead(bytes, out var goal);
        again = error == FrameError.None ? Encode(in goal) : [];
        return error;
    }

    private static FrameError RecodeHello(byte[] bytes, out byte[] again)
    {
        var error = HelloCodec.TryRead(bytes, out var frame);
        again = error == FrameError.None ? Encode(in frame) : [];
        return error;
    }
}
