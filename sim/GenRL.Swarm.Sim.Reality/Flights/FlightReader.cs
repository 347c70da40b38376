using System.Numerics;
using GenRL.Swarm.Configuration;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.Sim.Reality.Flights;

/// <summary>Reads a tick log whole, or says in one line which file and which field is wrong.</summary>
public static class FlightReader
{
    /// <summary>A step that is this much early or late, seconds, begins a new segment: half a control step.</summary>
    private const double LargestJitter = PlanShape.StepSeconds / 2;

    /// <summary>The flight in the log at <paramref name="path"/>.</summary>
    /// <param name="path">A finished <c>.mcap</c> file.</param>
    /// <param name="wheelBase">The wheel base that a differential drive's controller computes with, metres: logs do not hold it.</param>
    /// <exception cref="FlightLogException">It is missing, cut off or damaged, holds no steps or no command, or a number that is not finite.</exception>
    public static Flight Read(string path, float wheelBase)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = Path.GetFileName(path);
        try
        {
            using var reader = TickLogReader.Open(path);
            return Read(name, reader, wheelBase);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FlightLogException(name, "file", error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : error.Message);
        }
    }

    private static Flight Read(string name, TickLogReader reader, float wheelBase)
    {
        var (step, tick) = (new StepRecord(), new TickRecord());
        var segments = new List<FlightSegment>();
        var goals = new List<FlightGoal>();
        var steps = new List<FlightStep>();
        var (count, first, last) = (0L, 0L, default(Stamp));
        foreach (var entry in reader)
        {
            switch (entry.Kind)
            {
                case EntryKind.Step:
                    entry.CopyTo(step);
                    if (steps.Count > 0 && !Follows(first + steps.Count, last, step))
                    {
                        segments.Add(new FlightSegment(first, [.. steps]));
                        steps.Clear();
                    }

                    (first, last) = (steps.Count == 0 ? step.Step.Value : first, step.Now);
                    steps.Add(Checked(name, step));
                    count++;
                    break;
                case EntryKind.Tick:
                    entry.CopyTo(tick);
                    goals.Add(new FlightGoal(tick.Step.Value, tick.Goal.Active ? tick.Goal.Mission : null, Finite(name, tick)));
                    break;
            }
        }

        // A log that was cut off anywhere counts as damaged at its end.
        if (reader.DamageCount > 0)
        {
            throw new FlightLogException(name, "file", $"cut off or damaged after {count} steps: {reader.Damage[0].Reason} at byte {reader.Damage[0].Offset}");
        }

        segments.Add(new FlightSegment(first, [.. steps]));
        RequireCommands(name, segments);
        var header = reader.Header ?? throw new FlightLogException(name, "header", "is unreadable");
        return new Flight(name, Body(name, header, wheelBase), segments, goals) { Header = header };
    }

    private static void RequireCommands(string name, List<FlightSegment> segments)
    {
        var count = segments.Sum(segment => segment.Steps.Length);
        if (count == 0)
        {
            throw new FlightLogException(name, "/step", "holds no control step");
        }

        if (segments.All(segment => Array.TrueForAll(segment.Steps, step => step.Command == Vector2.Zero)))
        {
            throw new FlightLogException(name, "verdict.allowed", $"not one command in {count} steps differs from zero");
        }
    }

    private static bool Follows(long expected, Stamp last, StepRecord step) =>
        step.Step.Value == expected && Math.Abs(Stamp.Seconds(last, step.Now) - PlanShape.StepSeconds) < LargestJitter;

    private static FlightStep Checked(string name, StepRecord step)
    {
        var (ego, command) = (step.Sensors.Ego, step.Verdict.Allowed);
        Require(float.IsFinite(ego.Position.X + ego.Position.Y), "sensors.ego.position");
        Require(float.IsFinite(ego.Velocity.X + ego.Velocity.Y), "sensors.ego.velocity");
        Require(float.IsFinite(ego.Heading), "sensors.ego.heading");
        Require(float.IsFinite(ego.YawRate), "sensors.ego.yaw_rate");
        Require(float.IsFinite(command.X + command.Y), "verdict.allowed");
        return new FlightStep(ego, command, step.Verdict.Intervened);

        void Require(bool condition, string field)
        {
            if (!condition)
            {
                throw new FlightLogException(name, field, $"is not finite at step {step.Step.Value}");
            }
        }
    }

    private static Vector2 Finite(string name, TickRecord tick) => float.IsFinite(tick.Goal.Goal.X + tick.Goal.Goal.Y)
        ? tick.Goal.Goal
        : throw new FlightLogException(name, "goal", $"is not finite at tick {tick.Tick.Value}");

    private static RobotBody Body(string name, RunHeader header, float wheelBase)
    {
        try
        {
            var robot = ConfigurationLoader.Parse(header.Configuration).Robots.FirstOrDefault(robot => robot.Id == header.Robot.Value)
                ?? throw new FlightLogException(name, "header.configuration", $"has no {header.Robot}");
            return new RobotBody
            {
                Kinematics = robot.Kinematics,
                Radius = (float)robot.Radius,
                MaxSpeed = (float)robot.MaxSpeed,
                ControlPointOffset = robot.Kinematics == KinematicsKind.Holonomic ? RobotBody.Holonomic.ControlPointOffset : (float)robot.ControlPointAhead,
                WheelBase = wheelBase,
            };
        }
        catch (ConfigurationException error)
        {
            throw new FlightLogException(name, "header.configuration", error.Errors.Count > 0 ? error.Errors[0].ToString() : error.Message);
        }
    }
}
