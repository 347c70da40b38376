using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;
using GenRL.Swarm.Sim.Scenarios.Marbler;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Waypoints;

/// <summary>Worlds whose robots do not move, so that a rule is tried where the test puts them.</summary>
internal static class Still
{
    /// <summary>Options of JaxRobotarium.</summary>
    public static JaxRobotariumOptions Jax(int robots) => new() { Robots = robots, UpdateFrequency = 0 };

    /// <summary>Options of MARBLER.</summary>
    public static MarblerOptions Marbler(int robots) => new() { Robots = robots, UpdateFrequency = 0 };

    /// <summary>Puts robot after robot somewhere.</summary>
    public static void Place(this WaypointScenario scenario, params ReadOnlySpan<(double X, double Y)> places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            scenario.Poses.Place(i, places[i].X, places[i].Y, 0d);
        }
    }

    /// <summary>A part of a scenario's state.</summary>
    public static double[] Field(this WaypointScenario scenario, string name) => scenario.Fields.Single(field => field.Name == name).Values;

    /// <summary>A figure of a scenario.</summary>
    public static double Figure(this JaxRobotariumScenario scenario, string name) => scenario.Info.Single(field => field.Name == name).Values[0];

    /// <summary>What robot <paramref name="robot"/> sees.</summary>
    public static double[] Seen(this WaypointScenario scenario, int robot)
    {
        var seen = new double[scenario.ObservationSize];
        var row = new RowWriter(seen);
        scenario.Observe(robot, ref row);
        Assert.True(row.IsFull);
        return seen;
    }
}
