using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Contracts.Wire;

/// <summary>What a robot's actuators are told at one control step: the shield's output.</summary>
/// <param name="Step">Step number of the sensor frame that this command answers.</param>
/// <param name="Stamp">Stamp of that sensor frame, so that the receiver can measure the command's age.</param>
/// <param name="Velocity">Commanded planar velocity of the control point, metres per second, world axes.</param>
/// <param name="Reason">Why the shield changed the plan's command; <see cref="ShieldReason.None"/> when it did not.</param>
public readonly record struct CommandFrame(StepNumber Step, Stamp Stamp, Vector2 Velocity, ShieldReason Reason);
