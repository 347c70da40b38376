using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.Sim.Tests.Floors;

public sealed class FloorRangeTests
{
    private static readonly FloorRange Range = new()
    {
        TimeConstant = new ValueRange(0.3f, 0.4f),
        DeadZone = new ValueRange(0.02f, 0.06f),
        Turn = new ValueRange(0.1f, 0.3f),
    };

    [Fact]
    public void Draw_AtStrengthZero_IsTheFloor() => Assert.Equal(Floor.SteelHall, Range.Draw(Floor.SteelHall, 0f, new RandomStream(1, 0, 0)));

    [Fact]
    public void Draw_AtFullStrength_FillsEachRange_AndLeavesTheRest()
    {
        Floor[] drawn = [.. Enumerable.Range(0, 2000).Select(i => Range.Draw(Floor.Nominal, 1f, new RandomStream(1, i, 0)))];

        Spread(drawn.Select(floor => floor.Actuators.TimeConstant), 0.3f, 0.4f);
        Spread(drawn.Select(floor => floor.Drive.DeadZone), 0.02f, 0.06f);
        Spread(drawn.Select(floor => MathF.Atan2(floor.Actuators.GainYX, floor.Actuators.GainXX)), 0.1f, 0.3f);
        Assert.All(drawn, floor => Assert.Equal((0f, 1f, 1f), (floor.Actuators.Delay, floor.Drive.LeftGain, floor.Drive.WheelBaseScale)));
    }

    [Fact]
    public void Draw_AtHalfStrength_GoesHalfTheWay()
    {
        Floor[] drawn = [.. Enumerable.Range(0, 2000).Select(i => Range.Draw(Floor.Nominal, 0.5f, new RandomStream(1, i, 0)))];

        Spread(drawn.Select(floor => floor.Actuators.TimeConstant), 0.275f, 0.325f);
        Spread(drawn.Select(floor => MathF.Atan2(floor.Actuators.GainYX, floor.Actuators.GainXX)), 0.05f, 0.15f);
    }

    [Fact]
    public void Domain_WithAMeasurement_DrawsFromIt_AndTheRestByFactors()
    {
        var (plain, measured) = (DomainRandomisation.Default, DomainRandomisation.Default with { Measured = Range });
        for (var i = 0; i < 200; i++)
        {
            var (without, with) = (plain.Draw(Floor.Nominal, 1f, new RandomStream(1, i, 0)), measured.Draw(Floor.Nominal, 1f, new RandomStream(1, i, 0)));

            Assert.InRange(with.Actuators.TimeConstant, 0.3f, 0.4f);
            Assert.Equal(without.Actuators.Delay, with.Actuators.Delay);
            Assert.Equal(Length(without.Actuators), Length(with.Actuators), 1e-5f);
            Assert.Equal(without.PositionNoise, with.PositionNoise);
        }
    }

    [Fact]
    public void Curriculum_GrowsFromNothingToItsStrength_AndNeverFalls()
    {
        var curriculum = new RandomisationCurriculum { Quiet = 10, Growth = 100, Strength = 0.8f };

        float[] strengths = [.. Enumerable.Range(0, 200).Select(episode => curriculum.At(episode))];

        Assert.Equal((0f, 0f, 0.8f, 0.8f), (strengths[0], strengths[9], strengths[109], strengths[199]));
        Assert.Equal(0.4f, strengths[59], 1e-3f);
        Assert.Equal(strengths.Order(), strengths);
    }

    private static float Length(ActuatorModel a) => MathF.Sqrt((a.GainXX * a.GainXX) + (a.GainYX * a.GainYX));

    private static void Spread(IEnumerable<float> values, float low, float high)
    {
        float[] sorted = [.. values.Order()];
        var margin = 0.02f * (high - low);
        Assert.InRange(sorted[0], low - 1e-6f, low + margin);
        Assert.InRange(sorted[^1], high - margin, high + 1e-6f);
        Assert.Equal((low + high) / 2, sorted[sorted.Length / 2], 3 * margin);
    }
}
