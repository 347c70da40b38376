using System.Numerics;

namespace GenRL.Swarm.Contracts.Simulation;

/// <summary>
/// Many worlds at once, in lock step, for learning: Sim implements it, a host hands it to Learning. All buffers are owned by the
/// implementation and are overwritten by the next call. Robots of world w lie at w * <see cref="Robots"/> ... Not thread-safe.
/// </summary>
public interface IBatchedWorlds
{
    /// <summary>Number of worlds, W.</summary>
    int Worlds { get; }

    /// <summary>Robots in each world, N.</summary>
    int Robots { get; }

    /// <summary>True positions, [W*N], metres, world frame.</summary>
    ReadOnlySpan<Vector2> Positions { get; }

    /// <summary>True velocities, [W*N], metres per second.</summary>
    ReadOnlySpan<Vector2> Velocities { get; }

    /// <summary>Goals, [W*N], metres.</summary>
    ReadOnlySpan<Vector2> Goals { get; }

    /// <summary>Whether the robot has touched another robot or a wall since the reset, [W*N].</summary>
    ReadOnlySpan<bool> Collided { get; }

    /// <summary>
    /// Ranges to static obstacles, [W*N*<see cref="Planning.PlanShape.LidarSectors"/>], metres: sector i points at 2 pi i / 32 in world
    /// axes; clipped to the sensor's range. Other robots are not in it.
    /// </summary>
    ReadOnlySpan<float> Ranges { get; }

    /// <summary>The lidar's largest range, metres.</summary>
    float MaxRange { get; }

    /// <summary>Starts every world anew; world w is a pure function of (<paramref name="seed"/>, w) and the scenario.</summary>
    void Reset(ulong seed);

    /// <summary>Moves every world by one plan tick (0.1 s) under constant commands, [W*N], metres per second, world axes.</summary>
    void Step(ReadOnlySpan<Vector2> commands);
}
