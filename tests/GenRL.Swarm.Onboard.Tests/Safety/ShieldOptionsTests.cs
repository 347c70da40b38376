using GenRL.Swarm.Configuration;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard.Tests.Safety;

public sealed class ShieldOptionsTests
{
    [Fact]
    public void From_TakesEveryValueFromTheConfiguration()
    {
        var robot = new RobotConfiguration
        {
            Id = 1, Kinematics = KinematicsKind.DifferentialDrive, Radius = 0.1, ControlPointAhead = 0.05, MaxSpeed = 0.7, MaxAcceleration = 2,
            Sensors = new SensorConfiguration { LidarRays = 8, LidarRange = 1, NeighbourRange = 1 },
        };
        var shield = new ShieldConfiguration
        {
            RateHz = 50, Margin = 0.03, UsableBraking = 0.6, Gamma = 3, StaleSeconds = 0.2, NeighbourShare = 0.75, UnseenApproach = 0.25,
        };

        var expected = new ShieldOptions
        {
            Radius = 0.1, ControlPointAhead = 0.05, MaxSpeed = 0.7, MaxAcceleration = 2, UsableBraking = 0.6, Gamma = 3, Margin = 0.03,
            StepSeconds = 0.02, StaleSeconds = 0.2, NeighbourShare = 0.75, UnseenApproach = 0.25,
        };
        Assert.Equal(expected, ShieldOptions.From(robot, shield));
    }

    [Fact]
    public void Shield_OptionOutOfRange_Throws()
    {
        ShieldOptions[] bad =
        [
            new() { Radius = 0 }, new() { MaxSpeed = double.NaN }, new() { UsableBraking = 1.1 }, new() { NeighbourShare = 0.4 },
            new() { Margin = -0.1 }, new() { StaleSeconds = double.PositiveInfinity },
        ];

        Assert.All(bad, options => Assert.Throws<ArgumentOutOfRangeException>(() => new SafetyShield(options, ActuatorModel.Nominal)));
    }
}
