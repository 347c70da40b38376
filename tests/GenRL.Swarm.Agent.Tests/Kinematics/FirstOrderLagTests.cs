using System.Numerics;
using GenRL.Swarm.Agent.Kinematics;
using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Agent.Tests.Kinematics;

public sealed class FirstOrderLagTests
{
    public static TheoryData<float, float, float> Floors => new() { { 0.25f, 0f, 0f }, { 0.6f, 0.61f, 0f }, { 0.1f, -1f, 0.2f } };

    [Theory]
    [MemberData(nameof(Floors))]
    public void Advance_AgreesWithFineEuler(float tau, float rotation, float drift)
    {
        var model = ActuatorModel.Rotated(tau, 0.9f, rotation, 0f, new Vector2(drift, -drift));
        var (p, v, u) = (new Vector2(1f, 2f), new Vector2(-0.5f, 0.3f), new Vector2(0.8f, 0.1f));

        new FirstOrderLag(model, 0.5f).Advance(ref p, ref v, u);

        var (x, y, w, z) = (1.0, 2.0, -0.5, 0.3);
        var settled = model.Settled(u);
        const int Steps = 200_000;
        for (var i = 0; i < Steps; i++)
        {
            (x, y) = (x + (w * 0.5 / Steps), y + (z * 0.5 / Steps));
            (w, z) = (w + ((settled.X - w) / tau * 0.5 / Steps), z + ((settled.Y - z) / tau * 0.5 / Steps));
        }

        Assert.Equal(x, p.X, 1e-4);
        Assert.Equal(y, p.Y, 1e-4);
        Assert.Equal(w, v.X, 1e-4);
        Assert.Equal(z, v.Y, 1e-4);
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void Advance_ManySmallStepsOrOneLarge_IsTheSame(float tau, float rotation, float drift)
    {
        var model = ActuatorModel.Rotated(tau, 1f, rotation, 0f, new Vector2(drift));
        var (p, v, u) = (Vector2.Zero, new Vector2(0.2f, -0.7f), new Vector2(-0.4f, 0.9f));
        var (fineP, fineV) = (p, v);

        new FirstOrderLag(model, 1f).Advance(ref p, ref v, u);
        var fine = new FirstOrderLag(model, 0.02f);
        for (var i = 0; i < 50; i++)
        {
            fine.Advance(ref fineP, ref fineV, u);
        }

        Assert.InRange(Vector2.Distance(p, fineP), 0f, 1e-5f);
        Assert.InRange(Vector2.Distance(v, fineV), 0f, 1e-5f);
    }

    [Fact]
    public void Advance_ForLong_SettlesAtTheCommandAsTheFloorTurnsIt()
    {
        var model = ActuatorModel.Rotated(0.2f, 0.5f, MathF.PI / 2f, 0f, new Vector2(0.1f, 0f));
        var (p, v) = (Vector2.Zero, Vector2.Zero);

        new FirstOrderLag(model, 20f).Advance(ref p, ref v, new Vector2(1f, 0f));

        Assert.InRange(Vector2.Distance(new Vector2(0.1f, 0.5f), v), 0f, 1e-5f);
    }
}
