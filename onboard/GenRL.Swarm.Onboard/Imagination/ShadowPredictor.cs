using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Onboard.Imagination;

/// <summary>
/// A release's world model in shadow mode: it lives through the ticks of a log as <see cref="SwarmAgent.Tick"/> does, whichever release flew
/// them, and predicts what comes of commands that are known. Memory -> paths, with the graphs that robots run. One thread at a time. Allocates
/// nothing after construction.
/// </summary>
/// <param name="bundle">The release; owned by the caller, and not flown by an agent on another thread meanwhile.</param>
public sealed class ShadowPredictor(ModelBundle bundle)
{
    private const int N = PlanShape.Neighbours;
    private const int T = PlanShape.ImaginedSteps;

    private readonly Belief _belief = new();
    private readonly TickScratch _scratch = new();
    private readonly RobotId[] _occupants = new RobotId[N];
    private TickNumber _last;
    private EgoState _ego;

    /// <summary>Ticks that the memory rests on: 0 after a failed one. A gap begins anew at 1.</summary>
    public int Remembered { get; private set; }

    /// <summary>How far the expectation of the last change of velocity was off, metres per second: the agent's own, when it flew this release.</summary>
    public float Surprise => _belief.Surprise;

    /// <summary>Moves the memory on by one tick. A tick that failed, or does not follow the one before it, makes it start anew, as on the robot.</summary>
    /// <param name="record">The next tick of one robot; read only.</param>
    public void Observe(TickRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (Remembered > 0 && record.Tick.Value != _last.Value + 1)
        {
            Forget();
        }

        View(record);
        _last = record.Tick;
        _ego = record.Sensors.Ego;
        if (record.Fault != TickFault.None)
        {
            Forget();
            return;
        }

        _belief.Update(bundle.Encoder, _ego, record.Executed, _scratch);
        Remembered++;
    }

    /// <summary>Predicts from the last tick on; the memory stays as it is.</summary>
    /// <param name="commands">Mean command executed in each of the next ticks, [T,2] as T vectors, metres per second, world axes.</param>
    /// <param name="ego">Receives the robot's own positions at 0.1 ... 1.0 s, [T], metres, world frame.</param>
    /// <param name="neighbours">Receives the neighbours' positions, [8,T] by slot, metres, world frame; what stands at free slots means nothing.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    /// <exception cref="InvalidOperationException">No tick is remembered.</exception>
    public void Predict(ReadOnlySpan<Vector2> commands, Span<Vector2> ego, Span<Vector2> neighbours)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(commands.Length, T, nameof(commands));
        ArgumentOutOfRangeException.ThrowIfNotEqual(ego.Length, T, nameof(ego));
        ArgumentOutOfRangeException.ThrowIfNotEqual(neighbours.Length, N * T, nameof(neighbours));
        if (Remembered == 0)
        {
            throw new InvalidOperationException("there is no tick to predict from");
        }

        commands.CopyTo(_scratch.ToldPlan);
        _scratch.ToldPlan.AsSpan(T).Fill(commands[^1]);
        Forecast.Follow(bundle, _belief, _ego, _scratch);
        _scratch.ToldPath.AsSpan(0, T).CopyTo(ego);
        var paths = MemoryMarshal.Cast<float, Vector2>(bundle.Teammates.Paths);
        for (var i = 0; i < neighbours.Length; i++)
        {
            neighbours[i] = _ego.Position + paths[i];
        }
    }

    private void Forget()
    {
        _belief.Clear();
        Remembered = 0;
    }

    private void View(TickRecord record)
    {
        for (var slot = 0; slot < N; slot++)
        {
            var seen = slot < record.AttendedCount ? record.Attended[slot] : default;
            _scratch.Changed[slot] = seen.Present && seen.Id != _occupants[slot];
            _scratch.Present[slot] = seen.Present;
            _scratch.Views[slot] = new NeighbourView(
                seen.Position, seen.Velocity, 0f, seen.HasMessage, seen.MessageAge, 0f, seen.At05, seen.At10, seen.At15, seen.Goal);
            _occupants[slot] = seen.Id;
        }
    }
}
