using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Contracts.Tests.Wire;

public sealed class TopicsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(4095)]
    public void A_robots_topic_names_it(int robot)
    {
        var topic = Topics.Robot("demo", new RobotId((ushort)robot), Topics.Intention);
        Assert.Equal($"swarm/demo/r{robot}/intent", topic);
        Assert.True(Topics.TryRobot(topic, out var found));
        Assert.Equal(robot, found.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("swarm")]
    [InlineData("swarm/demo")]
    [InlineData("swarm/demo/r1")]
    [InlineData("swarm/demo/r1/")]
    [InlineData("swarm//r1/intent")]
    [InlineData("other/demo/r1/intent")]
    [InlineData("swarm/demo/world/state")]
    [InlineData("swarm/demo/r/intent")]
    [InlineData("swarm/demo/r4096/intent")]
    [InlineData("swarm/demo/r99999999/intent")]
    [InlineData("swarm/demo/r-1/intent")]
    [InlineData("swarm/demo/r+1/intent")]
    [InlineData("swarm/demo/r 1/intent")]
    [InlineData("swarm/demo/r01/intent")]
    [InlineData("swarm/demo/R1/intent")]
    public void Any_other_topic_names_none(string topic) => Assert.False(Topics.TryRobot(topic, out _));
}
