using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Onboard.HotSwap;

/// <summary>
/// Flies a release for a moment in an agent that is thrown away, so that its first real tick meets compiled code and models that have run: the first tick ever
/// takes ten times as long as the second. Nothing is recorded and nothing said; the models keep no state of it.
/// </summary>
public static class WarmUp
{
    private const int Ticks = 3;
    private const int Neighbours = 4;

    /// <summary>Runs every stage of step and tick: neighbours seen and heard, near enough for the shield, walls, a goal.</summary>
    /// <param name="options">The robot's body.</param>
    /// <param name="bundle">The release, which nobody flies yet.</param>
    /// <exception cref="ArgumentException">The shield cannot use the release's actuator parameters.</exception>
    public static void Run(AgentOptions options, ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(bundle);
        Run(options, bundle, new StepRecord(), new TickRecord());
    }

    /// <summary>The same; the records show how far it came.</summary>
    internal static void Run(AgentOptions options, ModelBundle bundle, StepRecord step, TickRecord tick)
    {
        var agent = new SwarmAgent(options, bundle);
        var sensors = Surroundings(options);
        agent.Assign(new GoalAssignment(0, new Vector2(2f, 1f), Active: true));
        for (var n = 0; n < Ticks * PlanShape.StepsPerTick; n++)
        {
            var now = new Stamp((long)(n * PlanShape.StepSeconds * 1e9));
            sensors.Stamp = now;
            agent.Step(sensors, now, step);
            if (n % PlanShape.StepsPerTick == 0)
            {
                Tell(agent, options.Robot, sensors);
                agent.Tick(sensors, now, tick);
            }
        }
    }

    private static SensorFrame Surroundings(AgentOptions options)
    {
        var sensors = new SensorFrame { MaxRange = 3f, RayCount = PlanShape.LidarSectors, NeighbourCount = Neighbours };
        sensors.Ego = new EgoState(Vector2.Zero, new Vector2(0.3f, 0f), 0f, 0f);
        sensors.Ranges.AsSpan(0, sensors.RayCount).Fill(1.2f);
        for (var i = 0; i < Neighbours; i++)
        {
            var place = (3f + i) * options.Radius * Vector2.One;
            sensors.Neighbours[i] = new SensedNeighbour(Other(options.Robot, i), place, new Vector2(-0.3f, 0f), options.Radius);
        }

        return sensors;
    }

    private static void Tell(SwarmAgent agent, RobotId self, SensorFrame sensors)
    {
        var codebook = agent.Bundle.Tokens.CodebookHash;
        for (var i = 0; i < Neighbours; i++)
        {
            var place = sensors.Neighbours[i].Position;
            var bytes = default(FrameBytes);
            IntentionCodec.Write(
                new IntentionFrame(
                    IntentionCodec.TokenCodec, (byte)codebook, Other(self, i), IntentionFlags.None, (ushort)(sensors.Stamp.Nanoseconds / 1_000_000), 0, 0, 0,
                    place, Vector2.Zero, default, 1, 2),
                bytes);
            agent.Hear(new HeardFrame(sensors.Stamp, bytes, new Introduction(codebook, sensors.Neighbours[i].Radius)));
        }
    }

    private static RobotId Other(RobotId self, int index) => new((ushort)((self.Value + 1 + index) % (RobotId.MaxValue + 1)));
}
