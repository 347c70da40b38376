using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard;

namespace GenRL.Swarm.Sim.LockStep;

/// <summary>The onboard agent itself as a brain: the code that flies robots, fed by the simulator.</summary>
/// <param name="bundle">The release to fly; owned by the caller, shared by the brains of one thread.</param>
/// <param name="options">The robot's body; its identity and seed are those of the episode.</param>
public sealed class AgentBrain(ModelBundle bundle, AgentOptions options) : IRobotBrain
{
    private SwarmAgent _agent = new(options, bundle);

    /// <inheritdoc/>
    public long Interventions { get; private set; }

    /// <summary>The control step as it last was; overwritten by the next.</summary>
    public StepRecord LastStep { get; } = new();

    /// <summary>The tick as it last was; overwritten by the next.</summary>
    public TickRecord LastTick { get; } = new();

    /// <summary>The agent of the present episode.</summary>
    public SwarmAgent Agent => _agent;

    /// <inheritdoc/>
    public void Begin(RobotId robot, ulong seed)
    {
        Interventions = 0;
        _agent = new SwarmAgent(options with { Robot = robot, Seed = seed }, bundle);
    }

    /// <inheritdoc/>
    public void Assign(in GoalAssignment goal) => _agent.Assign(goal);

    /// <inheritdoc/>
    public void Hear(ReadOnlySpan<byte> frame, Stamp heard)
    {
        // What is not 24 bytes long never reaches an agent: the bus adapters count it.
        if (frame.Length == Contracts.Wire.IntentionCodec.Length)
        {
            var bytes = default(FrameBytes);
            frame.CopyTo(bytes);

            // The robots of an episode have introduced themselves before it begins, and all fly one release.
            _agent.Hear(new HeardFrame(heard, bytes, new Introduction(bundle.Tokens.CodebookHash, options.Radius)));
        }
    }

    /// <inheritdoc/>
    public Vector2 Step(SensorFrame sensors, Stamp now)
    {
        var verdict = _agent.Step(sensors, now, LastStep);
        Interventions += verdict.Intervened ? 1 : 0;
        return verdict.Allowed;
    }

    /// <inheritdoc/>
    public int Tick(SensorFrame sensors, Stamp now, Span<byte> told)
    {
        _agent.Tick(sensors, now, LastTick);
        if (!LastTick.DidTell)
        {
            return 0;
        }

        var bytes = LastTick.Told;
        ((ReadOnlySpan<byte>)bytes).CopyTo(told);
        return Contracts.Wire.IntentionCodec.Length;
    }
}
