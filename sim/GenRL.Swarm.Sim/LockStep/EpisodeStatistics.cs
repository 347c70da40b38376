using GenRL.Swarm.Sim.Refereeing;

namespace GenRL.Swarm.Sim.LockStep;

/// <summary>How one episode went.</summary>
/// <param name="Seed">The seed that it follows from.</param>
/// <param name="Mission">The referee's verdict.</param>
/// <param name="SecondsToGoal">When all robots first were at their goals together, seconds; the time limit when they never were.</param>
/// <param name="Interventions">Commands changed by the robots' shields, all robots.</param>
/// <param name="Commands">Commands given, all robots.</param>
/// <param name="FramesOffered">Intention frames handed to links.</param>
/// <param name="FramesLost">Intention frames that links lost.</param>
public sealed record EpisodeStatistics(
    ulong Seed, MissionStatistics Mission, double SecondsToGoal, long Interventions, long Commands, long FramesOffered, long FramesLost);
