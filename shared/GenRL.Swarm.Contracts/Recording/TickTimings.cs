namespace GenRL.Swarm.Contracts.Recording;

/// <summary>How long the stages of a plan tick took, seconds each. Not compared in a replay.</summary>
/// <param name="Observe">Reading sensors and messages into an observation.</param>
/// <param name="Encode">Updating the latent state.</param>
/// <param name="Propose">Proposing, imagining and predicting teammates: the models' part.</param>
/// <param name="Choose">Scoring and choosing.</param>
/// <param name="Tell">Coding the intention.</param>
/// <param name="Total">The whole tick.</param>
public readonly record struct TickTimings(float Observe, float Encode, float Propose, float Choose, float Tell, float Total);
