namespace GenRL.Swarm.Learning.WorldModels;

/// <summary>How a world model is trained.</summary>
/// <param name="Steps">Gradient steps.</param>
/// <param name="LearningRate">Peak learning rate.</param>
/// <param name="Batch">Windows per step.</param>
/// <param name="Seed">Seed of weights and windows.</param>
public sealed record WorldModelSettings(int Steps, double LearningRate, int Batch, ulong Seed)
{
    /// <summary>From nothing: 1 200 steps.</summary>
    public static WorldModelSettings FromNothing(ulong seed) => new(1200, 2e-3, 64, seed);

    /// <summary>Adaptation to a floor from its own logs: no old data, which would only hold it back (measured).</summary>
    public static WorldModelSettings Adaptation(ulong seed) => new(240, 1e-3, 64, seed);

    /// <summary>A second round on announcements made again by the adapted model.</summary>
    public static WorldModelSettings Refinement(ulong seed) => new(150, 5e-4, 64, seed);

    /// <summary>The same with <paramref name="share"/> of the steps, at least one.</summary>
    public WorldModelSettings Shortened(double share) => this with { Steps = Math.Max(1, (int)Math.Round(Steps * share)) };
}
