using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard.Tests.Safety;

public sealed class CommandHistoryTests
{
    [Theory, Trait("Requirement", "SR-6")]
    [InlineData(0f)]
    [InlineData(0.05f)]
    [InlineData(0.2f)]
    public void Predict_ChangingCommands_AgreesWithFineSteps(float delay)
    {
        const double fine = 1e-5, from = 0.5;
        var floor = ActuatorModel.Rotated(0.3f, 0.9f, 0.6f, delay, new Vector2(0.05f, -0.1f));
        var random = new SplitMix(4);
        var history = new CommandHistory();
        var commands = new Vector2[26];
        for (var i = 0; i < commands.Length; i++)
        {
            commands[i] = new Vector2((float)random.Uniform(-1, 1), (float)random.Uniform(-1, 1));
            history.Add(new Stamp(i * 20_000_000L), commands[i]);
        }

        var start = new PlanarState(1, 2, 0.3, -0.4);
        var actual = history.Predict(start, default(Stamp).Plus(from), default(Stamp).Plus(from + delay + 0.03), floor, Vector2.Zero);

        double x = start.X, y = start.Y, vx = start.VelocityX, vy = start.VelocityY;
        for (var k = 0; k < (int)Math.Round((delay + 0.03) / fine); k++)
        {
            var given = (from + (k + 0.5) * fine - delay) / 0.02;
            var settled = floor.Settled(commands[Math.Min((int)given, commands.Length - 1)]);
            vx += (settled.X - vx) * fine / floor.TimeConstant;
            vy += (settled.Y - vy) * fine / floor.TimeConstant;
            x += vx * fine;
            y += vy * fine;
        }

        Assert.Equal(x, actual.X, 1e-4);
        Assert.Equal(y, actual.Y, 1e-4);
        Assert.Equal(vx, actual.VelocityX, 1e-4);
        Assert.Equal(vy, actual.VelocityY, 1e-4);
    }

    [Fact]
    public void Predict_AfterTheClockWentBack_ForgetsTheLaterCommands()
    {
        var history = new CommandHistory();
        history.Add(new Stamp(2_000_000_000), Vector2.UnitX);
        history.Add(new Stamp(1_000_000_000), Vector2.Zero);

        var state = history.Predict(default, new Stamp(1_000_000_000), new Stamp(4_000_000_000), ActuatorModel.Nominal, Vector2.Zero);

        Assert.Equal(default, state);
    }
}
