using System.Numerics;

namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>Two seconds of a log and what was foretold of them, for pictures.</summary>
/// <param name="Logged">Where the robot measured itself, metres, one place per step.</param>
/// <param name="Simulated">Where the simulator puts it.</param>
public sealed record GapTrace(Vector2[] Logged, Vector2[] Simulated);
