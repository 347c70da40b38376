using GenRL.Swarm.Learning.Datasets;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>What came of flying: samples for the policy, and the tracks of the same episodes for the world model.</summary>
/// <param name="Samples">One sample per robot and tick.</param>
/// <param name="Tracks">One track per robot and episode.</param>
public sealed record FlownExperience(PolicySamples Samples, IReadOnlyList<RobotTrack> Tracks);
