using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Sim.LockStep;

/// <summary>
/// What drives one robot in lock step: the onboard agent, or a simple controller in a test. Called from one thread, in the order in which
/// the real driver calls the agent: assign, hear, step, and on every fifth step tick. What it may know is what it is given.
/// </summary>
public interface IRobotBrain
{
    /// <summary>Commands that its shield has changed since <see cref="Begin"/>.</summary>
    long Interventions { get; }

    /// <summary>A new episode: forgets everything, as a robot that is switched on does.</summary>
    /// <param name="robot">Which robot it is.</param>
    /// <param name="seed">Its random streams follow from it.</param>
    void Begin(RobotId robot, ulong seed);

    /// <summary>Takes a goal.</summary>
    void Assign(in GoalAssignment goal);

    /// <summary>Hears a neighbour's frame.</summary>
    /// <param name="frame">The bytes as they came, valid during the call.</param>
    /// <param name="heard">When they came.</param>
    void Hear(ReadOnlySpan<byte> frame, Stamp heard);

    /// <summary>One control step (50 Hz).</summary>
    /// <returns>Commanded planar velocity of the control point, metres per second, world axes.</returns>
    Vector2 Step(SensorFrame sensors, Stamp now);

    /// <summary>One plan tick (10 Hz), after that step's <see cref="Step"/>.</summary>
    /// <param name="sensors">What <see cref="Step"/> was given.</param>
    /// <param name="now">The time.</param>
    /// <param name="told">Takes the frame to tell the neighbours.</param>
    /// <returns>Bytes written; 0 when there is nothing to tell.</returns>
    int Tick(SensorFrame sensors, Stamp now, Span<byte> told);
}
