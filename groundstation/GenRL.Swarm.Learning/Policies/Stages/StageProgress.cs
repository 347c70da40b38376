namespace GenRL.Swarm.Learning.Policies.Stages;

/// <summary>How far a stage of learning is, for whoever draws bars.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Of">Steps in all.</param>
/// <param name="Loss">Running mean of the loss; not a number where there is none.</param>
/// <param name="Seconds">Wall time since the stage began, seconds.</param>
public readonly record struct StageProgress(string Stage, int Step, int Of, double Loss, double Seconds);
