using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Reality.Flights;

namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>Writes down what a brain measures and commands, as its log would.</summary>
internal sealed class RecordingBrain(IRobotBrain brain, RobotBody body) : IRobotBrain
{
    private readonly List<FlightStep> _steps = [];
    private readonly List<FlightGoal> _goals = [];

    public long Interventions => brain.Interventions;

    /// <summary>The episode so far.</summary>
    public Flight Flight => new("simulated", body, [new FlightSegment(0, [.. _steps])], [.. _goals]);

    public void Begin(RobotId robot, ulong seed)
    {
        _steps.Clear();
        _goals.Clear();
        brain.Begin(robot, seed);
    }

    public void Assign(in GoalAssignment goal)
    {
        _goals.Add(new FlightGoal(_steps.Count, goal.Active ? goal.Mission : null, goal.Goal));
        brain.Assign(goal);
    }

    public void Hear(ReadOnlySpan<byte> frame, Stamp heard) => brain.Hear(frame, heard);

    public Vector2 Step(SensorFrame sensors, Stamp now)
    {
        var before = brain.Interventions;
        var command = brain.Step(sensors, now);
        _steps.Add(new FlightStep(sensors.Ego, command, brain.Interventions > before));
        return command;
    }

    public int Tick(SensorFrame sensors, Stamp now, Span<byte> told) => brain.Tick(sensors, now, told);
}
