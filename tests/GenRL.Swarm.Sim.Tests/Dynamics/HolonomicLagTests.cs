using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;

namespace GenRL.Swarm.Sim.Tests.Dynamics;

public sealed class HolonomicLagTests
{
    [Theory]
    [InlineData(0.25f)]
    [InlineData(0.6f)]
    [InlineData(0.01f)]
    public void Step_IsTheClosedForm_WhateverTheStep(float timeConstant)
    {
        var floor = ActuatorModel.Rotated(timeConstant, 0.9f, 0.6f, 0f, new Vector2(0.1f, -0.05f));
        var settled = floor.Settled(new Vector2(0.7f, -0.2f));
        var start = new Vector2(-0.3f, 0.4f);

        foreach (var steps in new[] { 1, 10, 50 })
        {
            var position = Vector2.Zero;
            var velocity = start;
            var lag = LagCoefficients.Of(floor, 0.5 / steps);
            for (var i = 0; i < steps; i++)
            {
                HolonomicLag.Step(lag, settled, ref position, ref velocity);
            }

            var decay = MathF.Exp(-0.5f / timeConstant);
            AssertNear(settled + ((start - settled) * decay), velocity, 2e-6f);
            AssertNear((settled * 0.5f) + ((start - settled) * timeConstant * (1f - decay)), position, 2e-6f);
        }
    }

    [Fact]
    public void Step_AgreesWithFineEuler()
    {
        var settled = ActuatorModel.Nominal.Settled(new Vector2(1f, 0f));
        var lag = LagCoefficients.Of(ActuatorModel.Nominal, 0.1);
        var (position, velocity) = (Vector2.Zero, Vector2.Zero);
        HolonomicLag.Step(lag, settled, ref position, ref velocity);

        var (p, v) = (0d, 0d);
        for (var i = 0; i < 100_000; i++)
        {
            p += v * 1e-6;
            v += (1d - v) / 0.25 * 1e-6;
        }

        Assert.Equal(p, position.X, 1e-5);
        Assert.Equal(v, velocity.X, 1e-5);
    }

    [Fact]
    public void Apply_ShortensKeepsDirectionAndBrakesOnNonsense()
    {
        Assert.Equal(new Vector2(0.3f, 0.4f), CommandLimit.Apply(new Vector2(0.3f, 0.4f), 1f));
        AssertNear(new Vector2(0.6f, 0.8f), CommandLimit.Apply(new Vector2(30f, 40f), 1f), 1e-6f);
        Assert.Equal(Vector2.Zero, CommandLimit.Apply(new Vector2(float.NaN, 0f), 1f));
        Assert.Equal(Vector2.Zero, CommandLimit.Apply(new Vector2(0f, float.NegativeInfinity), 1f));
        Assert.Equal(Vector2.Zero, CommandLimit.Apply(new Vector2(float.MaxValue), 1f));
    }

    private static void AssertNear(Vector2 expected, Vector2 actual, float tolerance) =>
        Assert.True(Vector2.Distance(expected, actual) <= tolerance, $"expected {expected}, got {actual}");
}
