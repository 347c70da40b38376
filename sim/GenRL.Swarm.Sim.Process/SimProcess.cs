using System.Numerics;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Orders;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Process;

/// <summary>The simulator in real time: a world as configured, stepped at 50 Hz on one thread until it is told to stop.</summary>
internal static class SimProcess
{
    /// <summary>Length of a control step.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(20);

    /// <summary>Flies until <paramref name="stop"/>; blocks the calling thread.</summary>
    /// <returns>How punctual it was.</returns>
    /// <exception cref="ArgumentException">The settings make no sense; the message says what.</exception>
    public static TimingResult Run(SimSettings settings, ISwarmBus bus, TimeProvider time, CancellationToken stop)
    {
        var fleetClock = new FleetClock(time);
        var world = NewWorld(settings);
        var clock = new PeriodicClock(Period);
        var host = new WorldHost(bus, settings.Fleet, world, () => fleetClock.Now, clock.Result);
        while (!stop.IsCancellationRequested)
        {
            clock.WaitForNext();
            host.Step(fleetClock.Now);
        }

        return clock.Result();
    }

    /// <summary>The configured world, its robots at the first places of its scenario.</summary>
    internal static World NewWorld(SimSettings settings)
    {
        var scenario = ScenarioList.Find(settings.Scenario);
        var body = RobotBody.Holonomic with { Kinematics = settings.Kinematics };
        var world = new World(
            scenario.Describe(settings.Robots), settings.Floor.ToFloor(), SensorSuite.Default, [.. Enumerable.Repeat(body, settings.Robots)]);
        var places = new Vector2[settings.Robots];
        scenario.Places(settings.Seed, 0, places);
        world.Reset(settings.Seed, places);
        return world;
    }
}
