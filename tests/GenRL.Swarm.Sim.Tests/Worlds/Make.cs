using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Tests.Worlds;

/// <summary>Small worlds for tests.</summary>
internal static class Make
{
    public static readonly SensorSuite Noiseless = new() { LidarNoise = 0f, NeighbourPositionNoise = 0f, NeighbourVelocityNoise = 0f };

    public static World World(params Vector2[] places) => World(WorldDescription.Open(2.5f), ActuatorModel.Nominal, places);

    public static World World(WorldDescription description, ActuatorModel floor, params Vector2[] places)
    {
        var world = new World(description, new Floor(floor, 0f, 0f), Noiseless, [.. places.Select(_ => RobotBody.Holonomic)]);
        world.Reset(1, places);
        return world;
    }
}
