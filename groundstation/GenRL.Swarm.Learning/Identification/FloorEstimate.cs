using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Learning.Identification;

/// <summary>What least squares makes of a floor.</summary>
/// <param name="Model">The actuator model: the shield's parameters, and the honest baseline of the learned world model.</param>
/// <param name="VelocityResidual">Root mean square of what it leaves unexplained of the velocity one tick ahead, metres per second per axis.</param>
/// <param name="Transitions">Ticks that it was fitted to.</param>
public sealed record FloorEstimate(ActuatorModel Model, double VelocityResidual, int Transitions);
