using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Sim.LockStep;

namespace GenRL.Swarm.Sim.Tests.LockStep;

/// <summary>Flies straight to its goal, or around a point: every robot keeps the others on its left.</summary>
internal sealed class GoToGoal : IRobotBrain
{
    public List<string> Calls { get; } = [];

    public GoalAssignment Goal { get; private set; }

    public RobotId Robot { get; private set; }

    public long Interventions { get; private set; }

    /// <summary>Commands are turned right by this, radians: robots crossing then pass each other.</summary>
    public float Bias { get; init; }

    public void Begin(RobotId robot, ulong seed)
    {
        Robot = robot;
        Interventions = 0;
        Calls.Clear();
        Calls.Add($"begin {robot} {seed}");
    }

    public void Assign(in GoalAssignment goal)
    {
        Goal = goal;
        Calls.Add("assign");
    }

    public void Hear(ReadOnlySpan<byte> frame, Stamp heard) => Calls.Add($"hear {frame[0]} at {heard.Nanoseconds / 1_000_000}");

    public Vector2 Step(SensorFrame sensors, Stamp now)
    {
        Calls.Add($"step {now.Nanoseconds / 1_000_000}");
        Interventions++;
        var away = Goal.Goal - sensors.Ego.Position;
        var turn = away.Length() > 0.5f ? -Bias : 0f;
        return 1.5f * Vector2.Transform(away, Matrix3x2.CreateRotation(turn));
    }

    public int Tick(SensorFrame sensors, Stamp now, Span<byte> told)
    {
        Calls.Add($"tick {now.Nanoseconds / 1_000_000}");
        told[0] = (byte)Robot.Value;
        return 1;
    }
}
