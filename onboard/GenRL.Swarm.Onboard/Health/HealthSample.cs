namespace GenRL.Swarm.Onboard.Health;

/// <summary>What one plan tick says of the release's health.</summary>
/// <param name="TickSeconds">How long it took.</param>
/// <param name="Steps">Control steps since the tick before.</param>
/// <param name="Missed">How many of them missed their deadline.</param>
/// <param name="Interventions">In how many of them the shield changed the command.</param>
/// <param name="Faulted">Whether the models failed to give a plan.</param>
/// <param name="Surprise">How wrong the world model was, metres per second.</param>
public readonly record struct HealthSample(float TickSeconds, int Steps, int Missed, int Interventions, bool Faulted, float Surprise);

/// <summary>The samples of a window in sum.</summary>
/// <param name="TickSeconds">99th percentile of the length of a tick.</param>
/// <param name="Missed">Share of steps that missed their deadline.</param>
/// <param name="Faults">Share of ticks without a plan.</param>
/// <param name="Interventions">Share of steps in which the shield changed the command.</param>
/// <param name="Surprise">Mean, metres per second.</param>
public readonly record struct HealthWindow(float TickSeconds, float Missed, float Faults, float Interventions, float Surprise);
