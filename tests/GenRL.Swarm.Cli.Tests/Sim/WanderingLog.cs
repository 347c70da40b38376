using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Configuration;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Worlds;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.Cli.Tests.Sim;

/// <summary>The log of a robot that wanders about on a floor.</summary>
internal static class WanderingLog
{
    public static void Write(string path, Floor floor, double seconds, int robot = 0)
    {
        var swarm = ConfigurationLoader.Load(Path.Combine(Repository.Root, "hardware-configs", "swarms", "demo-4.yaml"), []);
        var header = new RunHeader(new RobotId((ushort)robot), swarm.Fleet, 1, "lockstep", ReleaseId.Of([]), swarm.ToJson(), new Dictionary<string, string>());
        using var log = TickLogWriter.ToFile(path, header, new TickLogOptions { Lockstep = true });
        var world = new World(WorldDescription.Open(100f), floor, SensorSuite.Default, [RobotBody.Holonomic]);
        var (step, random, command) = (new StepRecord(), new RandomStream(1, robot, 9001), Vector2.Zero);
        world.Reset(1, [Vector2.Zero]);
        for (var i = 0; i < seconds * 50; i++)
        {
            command = i % 30 == 0 ? new Vector2(random.NextSingle(-0.6f, 0.6f), random.NextSingle(-0.6f, 0.6f)) : command;
            (step.Step, step.Now) = (new StepNumber(i), world.Now);
            world.Sense(0, step.Sensors);
            step.Verdict = new ShieldVerdict(command, command, ShieldReason.None, 1f);
            Assert.True(log.Append(step));
            world.Step([command]);
        }
    }
}
