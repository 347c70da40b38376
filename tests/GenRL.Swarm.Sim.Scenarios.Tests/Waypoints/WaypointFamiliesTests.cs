namespace GenRL.Swarm.Sim.Scenarios.Tests.Waypoints;

public sealed class WaypointFamiliesTests
{
    [Theory]
    [InlineData("jaxrobotarium/arctic-transport", 4, 4)]
    [InlineData("jaxrobotarium/discovery", 2, 9)]
    [InlineData("jaxrobotarium/foraging", 1, 12)]
    [InlineData("jaxrobotarium/material-transport", 1, 9)]
    [InlineData("jaxrobotarium/navigation", 1, 7)]
    [InlineData("jaxrobotarium/predator-prey", 1, 12)]
    [InlineData("jaxrobotarium/rware", 1, 6)]
    [InlineData("jaxrobotarium/warehouse", 1, 12)]
    [InlineData("marbler/arctic-transport", 4, 4)]
    [InlineData("marbler/material-transport", 1, 5)]
    [InlineData("marbler/predator-capture-prey", 2, 11)]
    [InlineData("marbler/simple", 1, 11)]
    [InlineData("marbler/warehouse", 1, 11)]
    public void Create_EachNumberOfRobots_FitsOrIsRefused(string name, int least, int most)
    {
        var entry = ScenarioCatalog.Find(name);
        for (var robots = least; robots <= most; robots++)
        {
            using var environment = entry.Create(new ScenarioRequest(Agents: robots));
            environment.Reset(1, new float[environment.Shape.ObservationLength]);
            Assert.Equal(robots, environment.Shape.Agents);
        }

        Assert.Throws<ScenarioException>(() => entry.Create(new ScenarioRequest(Agents: most + 1)));
    }
}
