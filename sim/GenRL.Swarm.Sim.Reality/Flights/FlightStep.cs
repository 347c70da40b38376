using System.Numerics;
using GenRL.Swarm.Contracts.Perception;

namespace GenRL.Swarm.Sim.Reality.Flights;

/// <summary>One control step (50 Hz) of a log.</summary>
/// <param name="Measured">What the robot measured of itself when the step began: control point, metres and metres per second, world frame.</param>
/// <param name="Command">The planar velocity that went to its actuators from then on, metres per second, world axes.</param>
/// <param name="Intervened">Whether the shield had changed it.</param>
public readonly record struct FlightStep(EgoState Measured, Vector2 Command, bool Intervened);
