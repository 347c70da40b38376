using System.Numerics;

namespace GenRL.Swarm.Sim.Reality.Flights;

/// <summary>A goal as a plan tick saw it.</summary>
/// <param name="Step">The control step of the tick.</param>
/// <param name="Mission">The mission's number; null without an active goal.</param>
/// <param name="Place">The goal, metres, world frame.</param>
public readonly record struct FlightGoal(long Step, int? Mission, Vector2 Place);
