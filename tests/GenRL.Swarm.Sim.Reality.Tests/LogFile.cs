using GenRL.Swarm.Configuration;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.Sim.Reality.Tests;

/// <summary>Flights as the tick logs that a robot would have written.</summary>
internal static class LogFile
{
    private static readonly string[] Wheels = ["robots[0].kinematics=differential_drive", "robots[0].control_point_ahead_m=0.05"];

    /// <summary>Writes <paramref name="flight"/>; <paramref name="change"/> may spoil a step first, or leave it out by returning false.</summary>
    public static void Write(string path, Flight flight, Func<StepRecord, bool>? change = null, string? configuration = null)
    {
        var swarm = ConfigurationLoader.Load(
            Path.Combine(Repository.Root, "hardware-configs", "swarms", "demo-4.yaml"), flight.Body.Kinematics == KinematicsKind.Holonomic ? [] : Wheels);
        var header = new RunHeader(
            new RobotId(0), swarm.Fleet, 1, "lockstep", ReleaseId.Of([]), configuration ?? swarm.ToJson(), new Dictionary<string, string>());
        using var log = TickLogWriter.ToFile(path, header, new TickLogOptions { Lockstep = true });
        var (step, tick) = (new StepRecord(), new TickRecord());
        foreach (var segment in flight.Segments)
        {
            for (var i = 0; i < segment.Steps.Length; i++)
            {
                var (measured, command, intervened) = segment.Steps[i];
                step.Step = new StepNumber(segment.First + i);
                step.Now = step.Sensors.Stamp = new Stamp(step.Step.Value * 20_000_000);
                step.Sensors.Ego = measured;
                step.Verdict = new ShieldVerdict(command, command, intervened ? ShieldReason.Neighbour : ShieldReason.None, 1f);
                if (change?.Invoke(step) ?? true)
                {
                    Assert.True(log.Append(step));
                }

                foreach (var goal in flight.Goals.Where(goal => goal.Step == segment.First + i))
                {
                    (tick.Step, tick.Now) = (step.Step, step.Now);
                    tick.Goal = new GoalAssignment(goal.Mission ?? 0, goal.Place, goal.Mission is not null);
                    Assert.True(log.Append(tick));
                }
            }
        }
    }
}
