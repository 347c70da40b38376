using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>Where a robot is on the bus.</summary>
/// <param name="Fleet">Its fleet.</param>
/// <param name="Robot">Its number.</param>
public readonly record struct RobotAddress(string Fleet, RobotId Robot);
