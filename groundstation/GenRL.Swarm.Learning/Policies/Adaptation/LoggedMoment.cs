using GenRL.Swarm.Learning.Datasets;

namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>One state of a log: a robot at a tick.</summary>
/// <param name="Track">The robot's track.</param>
/// <param name="Tick">The tick, an index into it.</param>
public readonly record struct LoggedMoment(RobotTrack Track, int Tick);
