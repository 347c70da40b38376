namespace GenRL.Swarm.Learning.Policies.Probing;

/// <summary>What came of a closed-loop trial.</summary>
/// <param name="Success">Fraction of episodes in which all robots ended within 0.12 m of their goals and none ever touched
/// anything.</param>
/// <param name="Reached">Fraction in which all ended at their goals.</param>
/// <param name="Collided">Fraction in which somebody touched something.</param>
/// <param name="Seconds">Mean time until all were at their goals together, over the successful episodes, seconds; not a number without
/// one.</param>
public readonly record struct ProbeResult(double Success, double Reached, double Collided, double Seconds);
