using System.Numerics;
using GenRL.Swarm.Agent.Kinematics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard.Tests;

/// <summary>One agent on the nominal floor with perfect sensors that a test can spoil. A tick is one plan tick and five control steps.</summary>
internal sealed class TestRobot
{
    public const ushort Id = 77;

    private readonly FirstOrderLag _floor = new(ActuatorModel.Nominal, PlanShape.StepSeconds);
    private readonly float[] _tail = [0.5f, 0f, 0f, 0f];
    private byte _sequence;

    public TestRobot(ModelBundle bundle, ulong seed = 1)
    {
        Agent = new SwarmAgent(new AgentOptions(new RobotId(Id), 0.12f, 1f, new ShieldOptions(), seed), bundle);
        Sense();
    }

    public SwarmAgent Agent { get; }

    public SensorFrame Sensors { get; } = new() { MaxRange = 3f };

    public StepRecord StepRecord { get; } = new();

    public TickRecord TickRecord { get; } = new();

    public Stamp Now { get; private set; } = new(5_000_000_000);

    public Vector2 Position { get; set; }

    public Vector2 Velocity { get; set; }

    public ShieldVerdict Verdict { get; private set; }

    /// <summary>Assigns a goal.</summary>
    public TestRobot GoTo(float x, float y)
    {
        Agent.Assign(new GoalAssignment(1, new Vector2(x, y), true));
        return this;
    }

    /// <summary>Flies whole ticks; <paramref name="spoil"/> may change the sensor frame before each is used.</summary>
    public void Fly(int ticks, Action<SensorFrame>? spoil = null)
    {
        for (var i = 0; i < ticks * PlanShape.StepsPerTick; i++)
        {
            Sense();
            spoil?.Invoke(Sensors);
            Step(Sensors);
            if (i % PlanShape.StepsPerTick == 0)
            {
                Agent.Tick(Sensors, Now, TickRecord);
            }

            Move();
        }
    }

    /// <summary>Flies control steps alone, as when the planner hangs.</summary>
    public void Coast(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            Sense();
            Step(Sensors);
            Move();
        }
    }

    public void Step(SensorFrame? sensors) => Verdict = Agent.Step(sensors, Now, StepRecord);

    /// <summary>Puts a neighbour into the next sensor frames.</summary>
    public void See(params (ushort Id, Vector2 Position, Vector2 Velocity)[] neighbours)
    {
        Sensors.NeighbourCount = neighbours.Length;
        for (var i = 0; i < neighbours.Length; i++)
        {
            var (id, position, velocity) = neighbours[i];
            Sensors.Neighbours[i] = new SensedNeighbour(new RobotId(id), position, velocity, 0.12f);
        }
    }

    /// <summary>A frame as a neighbour would send it now.</summary>
    public FrameBytes Frame(ushort sender, Vector2 position, Vector2 velocity, double sentAgo = 0.02, byte codec = IntentionCodec.TokenCodec, byte? codebook = null)
    {
        var (first, second) = Agent.Bundle.Tokens.Encode(_tail);
        var sent = Now.Nanoseconds - (long)(sentAgo * 1e9);
        var bytes = default(FrameBytes);
        IntentionCodec.Write(
            new IntentionFrame(
                codec, codebook ?? (byte)Agent.Bundle.Tokens.CodebookHash, new RobotId(sender), IntentionFlags.None, (ushort)(sent / 1_000_000), ++_sequence,
                5, 0, position, velocity, default, first, second),
            bytes);
        return bytes;
    }

    /// <summary>A frame arrives from a robot whose HELLO has named this robot's codebook.</summary>
    public void Hear(FrameBytes bytes) => Hear(bytes, Agent.Bundle.Tokens.CodebookHash);

    /// <summary>A frame arrives from a robot whose HELLO has named <paramref name="codebook"/>; null when none was heard.</summary>
    public void Hear(FrameBytes bytes, uint? codebook) => Agent.Hear(new HeardFrame(Now, bytes, codebook is { } hash ? new Introduction(hash, 0.2f) : null));

    private void Sense()
    {
        Sensors.Stamp = Now;
        Sensors.Ego = new EgoState(Position, Velocity, 0f, 0f);
    }

    private void Move()
    {
        var (p, v) = (Position, Velocity);
        _floor.Advance(ref p, ref v, Verdict.Allowed);
        (Position, Velocity) = (p, v);
        Now = Now.Plus(PlanShape.StepSeconds);
    }
}
