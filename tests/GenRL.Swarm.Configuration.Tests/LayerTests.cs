namespace GenRL.Swarm.Configuration.Tests;

public sealed class LayerTests
{
    [Fact]
    public void Load_SwarmFileOverPlatformFile_CommandLineOverBoth()
    {
        using var folder = new ConfigurationFolder("plan: {samples: 24}\nbus: {port: 2000}");

        Assert.Equal(16, ConfigurationLoader.Load(Repository.Demo, []).Plan.Samples);
        var two = ConfigurationLoader.Load(folder.Swarm, []);
        Assert.Equal((24, 8, 2000), (two.Plan.Samples, two.Plan.ImaginedSteps, two.Bus.Port));
        var three = ConfigurationLoader.Load(folder.Swarm, ["bus.port=3000", "bus.tls=true", "fleet=other", "bus.port=3001"]);
        Assert.Equal((24, 3001, true, "other"), (three.Plan.Samples, three.Bus.Port, three.Bus.Tls, three.Fleet));
    }

    [Fact]
    public void Load_RobotOverRobotDefaults_LeavesTheOthersAlone()
    {
        using var folder = new ConfigurationFolder("robots: [{id: 0}, {id: 7, radius_m: 0.3, sensors: {lidar_rays: 64}}]");

        var robots = ConfigurationLoader.Load(folder.Swarm, ["robots[0].max_speed_m_per_s=0.5"]).Robots;

        Assert.Equal((0.12, 0.5, 32), (robots[0].Radius, robots[0].MaxSpeed, robots[0].Sensors.LidarRays));
        Assert.Equal((0.3, 1.0, 64, 3.0), (robots[1].Radius, robots[1].MaxSpeed, robots[1].Sensors.LidarRays, robots[1].Sensors.LidarRange));
    }
}
