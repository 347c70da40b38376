namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

/// <summary>A wall that range sensors see: from one end to the other, m.</summary>
public readonly record struct Segment(double X, double Y, double ToX, double ToY);
