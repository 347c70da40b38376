using System.Numerics;
using System.Text.Json;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Contracts.Tests.Wire;

/// <summary>Bytes made by tests/golden/wire/make.py: changing one of these means a new wire version.</summary>
public sealed class GoldenTests
{
    private static readonly JsonElement Golden = Load("v1.json");
    private static readonly JsonElement Golden2 = Load("v2.json");

    [Fact]
    public void Intentions() => Check("intention", item =>
    {
        var frame = new IntentionFrame(
            (byte)Int(item, "codec"), (byte)Int(item, "codebookHash"), new RobotId((ushort)Int(item, "sender")), (IntentionFlags)Int(item, "flags"),
            (ushort)Int(item, "sendTime"), (byte)Int(item, "sequence"), (byte)Int(item, "spread"), (byte)Int(item, "epistemic"), Vector(item, "position"),
            Vector(item, "velocity"), Frames.Coefficients([.. item.GetProperty("coefficients").EnumerateArray().Select(value => value.GetInt32())]),
            (ushort)Int(item, "tokenA"), (ushort)Int(item, "tokenB"));
        Assert.Equal(FrameError.None, IntentionCodec.TryRead(Bytes(item), out var read));
        Assert.True(Vector2.Distance(frame.Position, read.Position) < 1e-4f && Vector2.Distance(frame.Velocity, read.Velocity) < 1e-5f);
        Assert.Equal(frame, read with { Position = frame.Position, Velocity = frame.Velocity });
        return Frames.Encode(in frame);
    });

    [Fact]
    public void Sensors() => Check("sensors", item =>
    {
        var frame = new SensorFrame
        {
            Stamp = new Stamp(Int(item, "stamp")),
            Ego = new EgoState(Vector(item, "position"), Vector(item, "velocity"), Float(item, "heading"), Float(item, "yawRate")),
            MaxRange = Float(item, "maxRange"), RayCount = item.GetProperty("ranges").GetArrayLength(),
            NeighbourCount = item.GetProperty("neighbours").GetArrayLength(),
        };
        for (var i = 0; i < frame.RayCount; i++)
        {
            frame.Ranges[i] = item.GetProperty("ranges")[i].GetSingle();
        }

        for (var i = 0; i < frame.NeighbourCount; i++)
        {
            var it = item.GetProperty("neighbours")[i];
            frame.Neighbours[i] = new SensedNeighbour(new RobotId((ushort)Int(it, "id")), Vector(it, "position"), Vector(it, "velocity"), Float(it, "radius"));
        }

        var read = new SensorFrame();
        Assert.Equal(FrameError.None, SensorCodec.TryRead(Bytes(item), read, out var step));
        Assert.Equal(Int(item, "step"), step.Value);
        Assert.Equivalent(frame, read, strict: true);
        return Frames.Encode(step, frame);
    });

    [Fact]
    public void Commands() => Check("command", item =>
    {
        var frame = new CommandFrame(
            new StepNumber(Int(item, "step")), new Stamp(Int(item, "stamp")), Vector(item, "velocity"), (ShieldReason)Int(item, "reason"));
        Assert.Equal(FrameError.None, CommandCodec.TryRead(Bytes(item), out var read));
        Assert.Equal(frame, read);
        return Frames.Encode(in frame);
    });

    [Fact]
    public void Goals() => Check("goal", item =>
    {
        var goal = new GoalAssignment((int)Int(item, "mission"), Vector(item, "goal"), item.GetProperty("active").GetBoolean());
        Assert.Equal(FrameError.None, GoalCodec.TryRead(Bytes(item), out var read));
        Assert.Equal(goal, read);
        return Frames.Encode(in goal);
    });

    [Fact]
    public void Hellos_of_version_1_are_told_by_their_version() => Assert.All(
        Golden.GetProperty("hello").EnumerateArray(), item => Assert.Equal(FrameError.UnknownVersion, HelloCodec.TryRead(Bytes(item), out _)));

    [Fact]
    public void Hellos() => Check(Golden2, "hello", item =>
    {
        var frame = new HelloFrame(
            new RobotId((ushort)Int(item, "sender")), new Stamp(Int(item, "sentAt")), (uint)Int(item, "codebookHash"), (byte)Int(item, "linearBasis"), (uint)Int(item, "codecs"),
            (KinematicsKind)Int(item, "kinematics"), Float(item, "maxSpeed"), Float(item, "maxAcceleration"), Float(item, "radius"));
        Assert.Equal(FrameError.None, HelloCodec.TryRead(Bytes(item), out var read));
        Assert.Equal(frame, read);
        Assert.True(read.Supports(IntentionCodec.TokenCodec) && !read.Supports(2));
        return Frames.Encode(in frame);
    });

    private static JsonElement Load(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden", "wire", name))).RootElement;

    private static void Check(string kind, Func<JsonElement, byte[]> encode) => Check(Golden, kind, encode);

    private static void Check(JsonElement golden, string kind, Func<JsonElement, byte[]> encode)
    {
        Assert.NotEqual(0, golden.GetProperty(kind).GetArrayLength());
        foreach (var item in golden.GetProperty(kind).EnumerateArray())
        {
            Assert.Equal(Convert.ToHexStringLower(Bytes(item)), Convert.ToHexStringLower(encode(item)));
        }
    }

    private static byte[] Bytes(JsonElement item) => Convert.FromHexString(item.GetProperty("hex").GetString()!);

    private static long Int(JsonElement item, string name) => item.GetProperty(name).GetInt64();

    private static float Float(JsonElement item, string name) => item.GetProperty(name).GetSingle();

    private static Vector2 Vector(JsonElement item, string name) => new(item.GetProperty(name)[0].GetSingle(), item.GetProperty(name)[1].GetSingle());
}
