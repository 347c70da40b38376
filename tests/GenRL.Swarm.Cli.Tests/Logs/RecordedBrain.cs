using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Configuration;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.Cli.Tests.Logs;

/// <summary>The onboard agent in lock step with its log, as a robot writes it; swaps to another release before a tick.</summary>
internal sealed class RecordedBrain(SwarmConfiguration swarm, int robot, ModelBundle first, ModelBundle second, string path) : IRobotBrain, IDisposable
{
    private const int SwapTick = 12;

    private readonly AgentBrain _brain = new(first, AgentConfiguration.Agent(swarm, swarm.Robots[robot], 0));
    private TickLogWriter? _log;
    private long _ticks;

    /// <summary>Changes a tick after it was flown, before it is written.</summary>
    public Action<TickRecord>? Tamper { get; set; }

    public long Interventions => _brain.Interventions;

    public void Begin(RobotId id, ulong seed)
    {
        _brain.Begin(id, seed);
        var header = new RunHeader(id, swarm.Fleet, seed, "lockstep", first.Id, swarm.ToJson(), new Dictionary<string, string>());
        _log = TickLogWriter.ToFile(path, header, new TickLogOptions { Lockstep = true });
    }

    public void Assign(in GoalAssignment goal) => _brain.Assign(goal);

    public void Hear(ReadOnlySpan<byte> frame, Stamp heard) => _brain.Hear(frame, heard);

    public Vector2 Step(SensorFrame sensors, Stamp now)
    {
        var command = _brain.Step(sensors, now);
        _log!.Append(_brain.LastStep);
        return command;
    }

    public int Tick(SensorFrame sensors, Stamp now, Span<byte> told)
    {
        if (_ticks++ == SwapTick)
        {
            _brain.Agent.Swap(second);
            _log!.Append(new LogEvent(now, new TickNumber(SwapTick), "swap", second.Id, second.Id.Hex));
        }

        var length = _brain.Tick(sensors, now, told);
        Tamper?.Invoke(_brain.LastTick);
        _log!.Append(_brain.LastTick);
        return length;
    }

    public void Dispose() => _log?.Dispose();
}
