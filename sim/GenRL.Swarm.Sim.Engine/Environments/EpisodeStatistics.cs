namespace GenRL.Swarm.Sim.Engine.Environments;

/// <summary>What a world's episodes came to.</summary>
/// <param name="Episodes">Finished since the environment was reset.</param>
/// <param name="Length">Steps of the last finished one.</param>
/// <param name="Return">Its rewards, summed over steps and agents.</param>
public readonly record struct EpisodeStatistics(int Episodes, int Length, float Return);
