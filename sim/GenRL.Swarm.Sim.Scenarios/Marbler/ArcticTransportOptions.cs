namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>How far robots step, and what is paid.</summary>
/// <param name="NormalStep">On normal and goal cells, m.</param>
/// <param name="FastStep">Drones anywhere, others on their terrain, m.</param>
/// <param name="SlowStep">On the other's terrain, m.</param>
/// <param name="NotReachedPenalty">Per step for each of the two that has not arrived.</param>
/// <param name="DistanceMultiplier">Per square metre of its squared distance to the goal while it is on no goal cell.</param>
internal sealed record ArcticTransportOptions(
    double NormalStep = 0.2, double FastStep = 0.3, double SlowStep = 0.1, double NotReachedPenalty = -0.05, double DistanceMultiplier = -0.075);
