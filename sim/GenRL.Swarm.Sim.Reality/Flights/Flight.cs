using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Sim.Dynamics;

namespace GenRL.Swarm.Sim.Reality.Flights;

/// <summary>What one robot did, read off its log: what it measured of itself and what it was told, 50 times a second.</summary>
/// <param name="Name">The file's name, for messages.</param>
/// <param name="Body">The robot's body as its own controller knows it.</param>
/// <param name="Segments">The steps, in order, cut where steps are missing.</param>
/// <param name="Goals">The goals of the plan ticks, in order; empty when the log has no ticks.</param>
public sealed record Flight(string Name, RobotBody Body, IReadOnlyList<FlightSegment> Segments, IReadOnlyList<FlightGoal> Goals)
{
    /// <summary>What the log says of its run; null for a flight that is in no file.</summary>
    public RunHeader? Header { get; init; }

    /// <summary>Number of control steps.</summary>
    public int StepCount => Segments.Sum(segment => segment.Steps.Length);
}
