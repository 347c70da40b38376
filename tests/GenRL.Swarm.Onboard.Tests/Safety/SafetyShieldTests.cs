using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard.Tests.Safety;

public sealed class SafetyShieldTests
{
    private static readonly Stamp _now = new(1_000_000_000);

    private readonly SafetyShield _shield = new(new ShieldOptions(), ActuatorModel.Nominal);

    [Fact]
    public void Verdict_FreeSpace_PassesTheCommandOnBitForBit()
    {
        var request = new Vector2(0.3f, -0.95393920f); // Length 1 to single precision.

        var verdict = _shield.Verdict(Frame(), _now, request);

        Assert.Equal(new ShieldVerdict(request, request, ShieldReason.None, float.PositiveInfinity), verdict);
        Assert.False(verdict.Intervened);
    }

    [Theory, Trait("Requirement", "SR-4")]
    [InlineData(3f, 4f)]
    [InlineData(-1e30f, 1e30f)]
    public void Verdict_TooFast_IsShortenedNotTurned(float x, float y)
    {
        var verdict = _shield.Verdict(Frame(), _now, new Vector2(x, y));

        Assert.Equal(ShieldReason.SpeedLimit, verdict.Reason);
        Assert.Equal(1, verdict.Allowed.Length(), 1e-5);
        Assert.Equal(Math.Atan2(y, x), Math.Atan2(verdict.Allowed.Y, verdict.Allowed.X), 1e-5);
    }

    [Theory, Trait("Requirement", "SR-5")]
    [InlineData(0.101)]
    [InlineData(-0.101)]
    public void Verdict_StaleFrame_BrakesAndSaysSo(double age)
    {
        var frame = Frame();
        frame.Stamp = _now.Plus(-age);

        Expect(ShieldReason.StaleSensors, _shield.Verdict(frame, _now, Vector2.UnitX));
    }

    [Fact, Trait("Requirement", "SR-5")]
    public void Verdict_NoFrame_BrakesAndSaysSo() => Expect(ShieldReason.StaleSensors, _shield.Verdict(null, _now, Vector2.UnitX));

    [Fact, Trait("Requirement", "SR-5")]
    public void Verdict_NoPlan_BrakesAndSaysSo() => Expect(ShieldReason.NoPlan, _shield.Verdict(Frame(), _now, null));

    [Theory, Trait("Requirement", "SR-5")]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Verdict_AnyNumberNotFinite_BrakesAndSaysSo(float bad)
    {
        Action<SensorFrame>[] damages =
        [
            f => f.Ego = f.Ego with { Position = new Vector2(bad, 0) },
            f => f.Ego = f.Ego with { Velocity = new Vector2(0, bad) },
            f => f.Ego = f.Ego with { Heading = bad },
            f => f.Neighbours[0] = f.Neighbours[0] with { Position = new Vector2(0, bad) },
            f => f.Neighbours[0] = f.Neighbours[0] with { Velocity = new Vector2(bad, 0) },
            f => f.Neighbours[0] = f.Neighbours[0] with { Radius = bad },
            f => f.Ranges[3] = bad,
            f => f.Ranges[3] = -1f,
            f => f.MaxRange = bad,
            f => f.RayCount = SensorFrame.MaxRays + 1,
            f => f.NeighbourCount = -1,
        ];
        foreach (var damage in damages)
        {
            var frame = Frame(new Vector2(5, 5));
            (frame.RayCount, frame.MaxRange) = (8, 3f);
            frame.Ranges.AsSpan().Fill(3f);
            damage(frame);

            Expect(ShieldReason.NotFinite, _shield.Verdict(frame, _now, Vector2.UnitX));
        }

        Expect(ShieldReason.NotFinite, _shield.Verdict(Frame(), _now, new Vector2(0, bad)));
    }

    [Fact, Trait("Requirement", "SR-5")]
    public void Verdict_BrakingOnABiasedFloor_SettlesAtZeroVelocity()
    {
        var floor = ActuatorModel.Rotated(0.6f, 0.9f, 0.6f, 0.2f, new Vector2(0.1f, -0.2f));
        _shield.Use(floor);

        var verdict = _shield.Verdict(null, _now, Vector2.UnitX);

        Assert.True(floor.Settled(verdict.Allowed).Length() < 1e-6);
        Assert.True(verdict.Allowed.Length() <= 1);
    }

    [Fact, Trait("Requirement", "SR-5")]
    public void Verdict_NoPlanWithANeighbourClosingIn_KeepsItsBarrierToo()
    {
        var frame = Frame(new Vector2(0.45f, 0), new Vector2(-1, 0));

        var verdict = _shield.Verdict(frame, _now, null);

        Assert.Equal(ShieldReason.NoPlan, verdict.Reason);
        Assert.True(verdict.Allowed.X < -0.5f, verdict.ToString());
    }

    [Fact, Trait("Requirement", "SR-1")]
    public void Verdict_NeighbourAhead_NamesTheNeighbourAndTheBarrier()
    {
        var verdict = _shield.Verdict(Frame(new Vector2(0.34f, 0)), _now, Vector2.UnitX);

        Assert.Equal(ShieldReason.Neighbour, verdict.Reason);
        Assert.True(verdict.Allowed.X < 0.2f, verdict.ToString());
        Assert.Equal(Math.Sqrt(4 * 1.2 * (0.34 - 0.24 - 0.02 - 0.04)), verdict.Barrier, 1e-4);
    }

    [Fact, Trait("Requirement", "SR-1")]
    public void Verdict_WallAhead_NamesTheObstacle()
    {
        var frame = Frame();
        (frame.RayCount, frame.MaxRange) = (32, 3f);
        frame.Ranges.AsSpan().Fill(3f);
        frame.Ranges[0] = 0.2f;

        Assert.Equal(ShieldReason.Obstacle, _shield.Verdict(frame, _now, Vector2.UnitX).Reason);
        Assert.Equal(ShieldReason.None, _shield.Verdict(frame, _now, -Vector2.UnitX).Reason);
    }

    [Fact]
    public void Verdict_LidarHitOnASensedNeighbour_IsThatNeighbour()
    {
        var frame = Frame(new Vector2(0.34f, 0));
        (frame.RayCount, frame.MaxRange) = (32, 3f);
        frame.Ranges.AsSpan().Fill(3f);
        frame.Ranges[0] = 0.22f;

        Assert.Equal(ShieldReason.Neighbour, _shield.Verdict(frame, _now, Vector2.UnitX).Reason);
    }

    [Fact, Trait("Requirement", "SR-3")]
    public void Verdict_SqueezedBetweenNeighbours_NamesItAndStaysInTheMiddle()
    {
        var frame = Frame(new Vector2(0.3f, 0), new Vector2(-1, 0));
        frame.Neighbours[1] = new SensedNeighbour(new RobotId(2), new Vector2(-0.3f, 0), new Vector2(1, 0), 0.12f);
        frame.NeighbourCount = 2;

        var verdict = _shield.Verdict(frame, _now, new Vector2(1, 0));

        Assert.Equal(ShieldReason.Infeasible, verdict.Reason);
        Assert.Equal(0, verdict.Allowed.X, 1e-4);
    }

    [Fact, Trait("Requirement", "SR-6")]
    public void Verdict_CommandsOnTheirWay_AreRolledForward()
    {
        // At rest 1 m before a wall; what matters is what was commanded in the last half second.
        var floor = ActuatorModel.Rotated(0.3f, 1f, 0f, 0.5f);
        ShieldVerdict After(Vector2 earlier)
        {
            var shield = new SafetyShield(new ShieldOptions(), floor);
            for (var step = 25; step > 0; step--)
            {
                var free = Frame();
                free.Stamp = _now.Plus(-0.02 * step);
                shield.Verdict(free, free.Stamp, earlier);
            }

            var frame = Frame();
            (frame.RayCount, frame.MaxRange, frame.Ranges[0]) = (1, 3f, 1f);
            return shield.Verdict(frame, _now, Vector2.UnitX);
        }

        Assert.Equal(ShieldReason.None, After(Vector2.Zero).Reason);
        Assert.NotEqual(ShieldReason.None, After(Vector2.UnitX).Reason);
    }

    [Fact, Trait("Requirement", "SR-6")]
    public void Use_AnotherFloor_TurnsTheRowsWithItsGain()
    {
        // On a floor that turns commands by 90 degrees, "up" drives right, into the neighbour.
        var frame = Frame(new Vector2(0.34f, 0));
        Assert.Equal(ShieldReason.None, _shield.Verdict(frame, _now, -Vector2.UnitY).Reason);

        _shield.Use(ActuatorModel.Rotated(0.25f, 1f, MathF.PI / 2, 0f));

        Assert.Equal(ShieldReason.Neighbour, _shield.Verdict(frame, _now, -Vector2.UnitY).Reason);
    }

    [Theory]
    [InlineData(0f, 1f, 0f, 0f)]
    [InlineData(0.25f, 1f, 1.5f, 0f)]
    [InlineData(0.25f, 1f, float.NaN, 0f)]
    [InlineData(0.25f, 0f, 0f, 0f)]
    [InlineData(0.25f, 1f, 0f, 0.95f)]
    public void Use_FloorThatCannotBeBraked_ThrowsAndKeepsTheOldOne(float tau, float gain, float delay, float bias)
    {
        var floor = ActuatorModel.Rotated(tau, gain, 0f, delay, new Vector2(bias, 0));

        Assert.Throws<ArgumentException>(() => _shield.Use(floor));
        Assert.Same(ActuatorModel.Nominal, _shield.Model);
    }

    [Fact]
    public void Verdict_AllocatesNothing()
    {
        var frame = Frame(new Vector2(0.3f, 0), new Vector2(-1, 0));
        (frame.RayCount, frame.MaxRange) = (64, 3f);
        frame.Ranges.AsSpan().Fill(0.3f);
        void Run(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                _shield.Verdict(frame, _now, Vector2.UnitX);
                _shield.Verdict(frame, _now, null);
                _shield.Verdict(null, _now, Vector2.UnitX);
            }
        }

        Run(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact, Trait("Requirement", "SR-4")]
    public void Verdict_AnyInput_IsFiniteAndWithinTheSpeedLimit()
    {
        var random = new SplitMix(9);
        float Any() => random.Below(12) switch
        {
            0 => float.NaN,
            1 => float.NegativeInfinity,
            2 => float.MaxValue,
            3 => 0f,
            _ => (float)random.Uniform(-1, 1),
        };
        var frame = new SensorFrame();
        for (var i = 0; i < 100_000; i++)
        {
            frame.Stamp = _now.Plus(random.Uniform(-0.11, 0.11));
            var wild = random.Below(3) == 0;
            frame.Ego = new EgoState(default, new Vector2(wild ? Any() : 0.5f, 0f), wild ? Any() : 1f, 0f);
            frame.NeighbourCount = random.Below(9);
            for (var n = 0; n < frame.NeighbourCount; n++)
            {
                var (px, py) = ((float)random.Uniform(-1, 1), (float)random.Uniform(-1, 1));
                frame.Neighbours[n] = new SensedNeighbour(
                    new RobotId((ushort)n), new Vector2(wild ? Any() : px, py), new Vector2(wild ? Any() : px, -py), wild ? Any() : 0.12f);
            }

            (frame.RayCount, frame.MaxRange) = (random.Below(33), 3f);
            for (var ray = 0; ray < frame.RayCount; ray++)
            {
                frame.Ranges[ray] = wild ? Any() : (float)random.Uniform(0, 4);
            }

            var verdict = _shield.Verdict(frame, _now, new Vector2(Any(), Any()));

            Assert.True(verdict.Allowed.Length() <= 1 + 2e-6, verdict.ToString());
        }
    }

    private static void Expect(ShieldReason reason, ShieldVerdict verdict)
    {
        Assert.Equal(reason, verdict.Reason);
        Assert.Equal(Vector2.Zero, verdict.Allowed);
    }

    /// <summary>A robot at rest at the origin, optionally with one neighbour, and no lidar.</summary>
    private static SensorFrame Frame(Vector2? neighbour = null, Vector2 velocity = default)
    {
        var frame = new SensorFrame { Stamp = _now, NeighbourCount = neighbour is null ? 0 : 1 };
        frame.Neighbours[0] = new SensedNeighbour(new RobotId(1), neighbour ?? default, velocity, 0.12f);
        return frame;
    }
}
