using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>What one row gives the maps: poses, points' velocities, commands, goal poses.</summary>
internal sealed class MapInputs
{
    private readonly double[][] _poses;
    private readonly double[][] _velocities;
    private readonly double[][] _commands;
    private readonly double[][] _goals;

    /// <summary>Reads a row.</summary>
    public MapInputs(JsonElement row)
    {
        _poses = GoldenMatrix.Rows(row, "x", 3);
        Robots = _poses[0].Length;
        _velocities = GoldenMatrix.Rows(row, "dxi", 2, Robots);
        _commands = GoldenMatrix.Rows(row, "dxu", 2, Robots);
        _goals = GoldenMatrix.Rows(row, "goal", 3, Robots);
    }

    /// <summary>Number of robots.</summary>
    public int Robots { get; }

    /// <summary>Where a robot stands.</summary>
    public Pose Pose(int robot) => Scenarios.Robotarium.Pose.Of(_poses[0][robot], _poses[1][robot], _poses[2][robot]);

    /// <summary>A point's velocity.</summary>
    public Vector2D Velocity(int robot) => new(_velocities[0][robot], _velocities[1][robot]);

    /// <summary>A unicycle's command.</summary>
    public Twist Command(int robot) => new(_commands[0][robot], _commands[1][robot]);

    /// <summary>Where a robot should get to.</summary>
    public Pose Goal(int robot) => Scenarios.Robotarium.Pose.Of(_goals[0][robot], _goals[1][robot], _goals[2][robot]);
}
