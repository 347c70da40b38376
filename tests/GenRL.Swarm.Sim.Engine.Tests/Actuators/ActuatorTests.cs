using GenRL.Swarm.Sim.Engine.Actuators;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Tests.Actuators;

using Fixed = Parameter<Lanes128<double>>;
using Spec = ActuatorSpec<Lanes128<double>>;

public sealed class ActuatorTests
{
    private const double Dt = 0.1;

    private readonly MemoryMap _memory = new();

    [Fact]
    public void Apply_NothingAsked_ChangesNothing() => Assert.Equal([0.3, -0.7], Run(new Spec(), [0.3, -0.7]));

    [Fact]
    public void Apply_GainAndAsymmetry_MakeLeftStrongerAndRightWeaker()
    {
        var driven = Run(new Spec { Gain = Fixed.Fixed(0.9), Asymmetry = Fixed.Fixed(0.05) }, [1d, 1d]);

        Assert.Equal(0.945, driven[0], 1e-12);
        Assert.Equal(0.855, driven[1], 1e-12);
    }

    [Fact]
    public void Apply_InTheDeadZone_MovesNothing() =>
        Assert.Equal([0d, 0.06], Run(new Spec { DeadZone = Fixed.Fixed(0.05) }, [-0.04, 0.06]));

    [Fact]
    public void Apply_BeyondSaturation_IsCut() => Assert.Equal([0.5, -0.5], Run(new Spec { Saturation = 0.5 }, [0.8, -2d]));

    [Theory]
    [InlineData(0, new[] { 1d, 2d, 3d, 4d })]
    [InlineData(1, new[] { 0d, 1d, 2d, 3d })]
    [InlineData(3, new[] { 0d, 0d, 0d, 1d })]
    public void Apply_AWholeDelay_HandsOnTheCommandOfThatAge(int steps, double[] expected) =>
        Assert.Equal(expected, Delayed(steps * Dt, 0.3, 1d, 2d, 3d, 4d), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Apply_ADelayBetweenSteps_GivesTheMeanOverTheStep() =>
        Assert.Equal([0.75, 1.75, 2.75], Delayed(0.025, 0.3, 1d, 2d, 3d), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Apply_ADelayLongerThanSaid_IsTheLongest() => Assert.Equal([0d, 0d, 1d], Delayed(9d, 0.2, 1d, 2d, 3d));

    [Fact]
    public void Begin_ForgetsTheCommandsOfTheEpisodeBefore()
    {
        var actuator = new Actuator<Lanes128<double>>(new Spec { Delay = Fixed.Fixed(Dt), LongestDelay = Dt }, 1, Dt, _memory);
        var bench = new Bench(new PhysicsSpec(), _memory.Count, Bench.Robot());
        actuator.Apply(bench.Tile, Bench.All([5d]));

        actuator.Begin(bench.Tile, bench.Spawn);
        var commands = Bench.All([1d]);
        actuator.Apply(bench.Tile, commands);

        Assert.Equal(0d, Bench.Get(commands[0]));
    }

    [Fact]
    public void EachWorldHasItsOwnDelay()
    {
        var draws = new Draws<Lanes128<double>>(_memory, Curriculum.Full);
        var delay = draws.Take(new Interval(0d, 0.2, 0d, 0.1));
        var actuator = new Actuator<Lanes128<double>>(new Spec { Delay = delay, LongestDelay = 0.2 }, 1, Dt, _memory);
        var bench = new Bench(new PhysicsSpec(), _memory.Count, Bench.Robot());
        bench.Tile.Memory(0) = Lanes128<double>.With(Bench.All(0.1), 1, 0.2);
        actuator.Begin(bench.Tile, bench.Spawn);

        var last = Bench.All([0d]);
        foreach (var command in (ReadOnlySpan<double>)[1d, 2d, 3d])
        {
            last = Bench.All([command]);
            actuator.Apply(bench.Tile, last);
        }

        Assert.Equal(2d, Lanes128<double>.Get(last[0], 0), 1e-12);
        Assert.Equal(1d, Lanes128<double>.Get(last[0], 1), 1e-12);
    }

    [Fact]
    public void Limit_WhatIsNoNumber_Brakes()
    {
        var commands = new Lanes128<double>[4];

        Commands.Limit<Lanes128<double>>(Bench.All(double.NaN, double.PositiveInfinity, -7d, 0.5), 1d, commands);

        Assert.Equal([0d, 0d, -1d, 0.5], commands.Select(Bench.Get));
    }

    [Fact]
    public void ANumberThatMakesNoSense_IsNamed()
    {
        Assert.Contains("Saturation", Refused(new Spec { Saturation = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("LongestDelay", Refused(new Spec { Delay = Fixed.Fixed(0.1) }), StringComparison.Ordinal);
        Assert.Contains("LongestDelay", Refused(new Spec { Delay = Fixed.Fixed(0.1), LongestDelay = 1e9 }), StringComparison.Ordinal);
    }

    private string Refused(Spec spec) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Actuator<Lanes128<double>>(spec, 2, Dt, _memory)).Message;

    private IEnumerable<double> Delayed(double delay, double longest, params double[] commands)
    {
        var actuator = new Actuator<Lanes128<double>>(new Spec { Delay = Fixed.Fixed(delay), LongestDelay = longest }, 1, Dt, _memory);
        var bench = new Bench(new PhysicsSpec(), _memory.Count, Bench.Robot());
        return [.. commands.Select(command =>
        {
            var driven = Bench.All([command]);
            actuator.Apply(bench.Tile, driven);
            return Bench.Get(driven[0]);
        })];
    }

    private double[] Run(Spec spec, double[] commands)
    {
        var driven = Bench.All(commands);
        new Actuator<Lanes128<double>>(spec, commands.Length, Dt, _memory).Apply(new Bench(new PhysicsSpec(), _memory.Count, Bench.Robot()).Tile, driven);
        return [.. driven.Select(Bench.Get)];
    }
}
