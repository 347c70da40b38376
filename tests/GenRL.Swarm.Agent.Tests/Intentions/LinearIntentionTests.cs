using System.Numerics;
using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Agent.Kinematics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Agent.Tests.Intentions;

public sealed class LinearIntentionTests
{
    private const int H = PlanShape.Horizon;

    [Fact]
    public void Encode_PlansOfALaggedRobot_IsReadBackWithinTwoCentimetres()
    {
        var (sum, uncoded, worst) = (0.0, 0.0, 0f);
        const int Plans = 2000;
        for (var i = 0; i < Plans; i++)
        {
            var (velocity, path) = Plan(i);
            var code = LinearIntention.Encode(Vector2.One, velocity, path);
            for (var k = 0; k < H; k++)
            {
                var t = (k + 1) * PlanShape.TickSeconds;
                var error = Vector2.Distance(path[k], LinearIntention.At(Vector2.One, velocity, code, t));
                sum += error * error;
                worst = MathF.Max(worst, error);
                uncoded += Vector2.DistanceSquared(path[k], Vector2.One + (velocity * t));
            }
        }

        Assert.InRange(Math.Sqrt(sum / (Plans * H)), 0.002, 0.02);
        Assert.InRange(worst, 0f, 0.12f);
        Assert.True(uncoded > 100 * sum, "the code must say far more than constant velocity does");
    }

    [Fact]
    public void Basis_IsOrthonormalOverThePlansInstants()
    {
        // One coefficient at a time, read back at the plan's instants: 80 units are 1 m root mean square.
        var functions = new Vector2[6][];
        for (var i = 0; i < 6; i++)
        {
            var code = default(LinearCoefficients);
            code[i] = 80;
            functions[i] = [.. Enumerable.Range(1, H).Select(k => LinearIntention.At(Vector2.Zero, Vector2.Zero, code, k * PlanShape.TickSeconds))];
        }

        for (var i = 0; i < 6; i++)
        {
            for (var j = 0; j < 6; j++)
            {
                var inner = Enumerable.Range(0, H).Sum(k => (double)Vector2.Dot(functions[i][k], functions[j][k])) / H;
                Assert.Equal(i == j ? 1.0 : 0.0, inner, 2e-3);
            }
        }
    }

    [Fact]
    public void Encode_OwnReading_GivesTheSameCode()
    {
        var random = new RandomStream(3, 0, 0);
        for (var i = 0; i < 200; i++)
        {
            var code = default(LinearCoefficients);
            for (var c = 0; c < LinearCoefficients.Count; c++)
            {
                code[c] = (sbyte)(random.NextInt32(255) - 127);
            }

            var (position, velocity) = (new Vector2(1f, -2f), new Vector2(0.3f, 0.4f));
            Vector2[] path = [.. Enumerable.Range(1, H).Select(k => LinearIntention.At(position, velocity, code, k * PlanShape.TickSeconds))];

            Assert.Equal(code, LinearIntention.Encode(position, velocity, path));
        }
    }

    [Fact]
    public void At_Now_IsThePosition_WithItsVelocity()
    {
        var (velocity, path) = Plan(5);
        var code = LinearIntention.Encode(Vector2.Zero, velocity, path);

        Assert.Equal(Vector2.Zero, LinearIntention.At(Vector2.Zero, velocity, code, 0f));
        Assert.InRange(Vector2.Distance(velocity, LinearIntention.At(Vector2.Zero, velocity, code, 1e-3f) / 1e-3f), 0f, 0.03f);
    }

    [Fact]
    public void At_BeyondTheEnd_GoesOnStraightAndContinuously()
    {
        const float End = LinearIntention.Duration;
        for (var i = 0; i < 50; i++)
        {
            var (velocity, path) = Plan(i);
            var code = LinearIntention.Encode(Vector2.Zero, velocity, path);
            Vector2 At(float t) => LinearIntention.At(Vector2.Zero, velocity, code, t);

            Assert.InRange(Vector2.Distance(At(End), At(End + 1e-3f)), 0f, 0.01f);
            Assert.InRange(Vector2.Distance(At(End + 1f) - At(End + 0.5f), At(End + 0.5f) - At(End)), 0f, 1e-3f);
            var slope = (At(End) - At(End - 0.05f)) / 0.05f;
            Assert.InRange(Vector2.Distance(slope, (At(End + 0.05f) - At(End)) / 0.05f), 0f, 1e-3f);
        }
    }

    [Fact]
    public void Encode_BeyondWhatBytesHold_IsClampedAndNotANumberIsNothing()
    {
        Vector2[] far = [.. Enumerable.Range(1, H).Select(k => new Vector2(100f * k * k, -100f * k * k))];
        var clamped = LinearIntention.Encode(Vector2.Zero, Vector2.Zero, far);
        Assert.Equal(127, clamped[0]);
        Assert.Equal(-127, clamped[3]);

        var nan = LinearIntention.Encode(Vector2.Zero, Vector2.Zero, [.. Enumerable.Repeat(new Vector2(float.NaN), H)]);
        Assert.Equal(default, nan);
    }

    /// <summary>A command that turns smoothly from one to another over the plan, flown by a robot with the nominal lag from any velocity.</summary>
    private static (Vector2 Velocity, Vector2[] Path) Plan(int seed)
    {
        var random = new RandomStream((ulong)seed, 1, 2);
        Vector2 Draw() => new(random.NextSingle(-0.7f, 0.7f), random.NextSingle(-0.7f, 0.7f));
        var (from, to, velocity) = (Draw(), Draw(), Draw());
        var lag = new FirstOrderLag(ActuatorModel.Nominal, PlanShape.TickSeconds);
        var (p, v) = (Vector2.One, velocity);
        var path = new Vector2[H];
        for (var k = 0; k < H; k++)
        {
            lag.Advance(ref p, ref v, Vector2.Lerp(from, to, k / (H - 1f)));
            path[k] = p;
        }

        return (velocity, path);
    }
}
