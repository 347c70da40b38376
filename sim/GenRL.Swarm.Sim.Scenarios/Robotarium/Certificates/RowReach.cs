namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>Where a certificate's rows can be violated by velocities up to a speed.</summary>
/// <param name="Speed">m/s.</param>
/// <param name="Pair">By pairs of points nearer than this, m.</param>
/// <param name="Side">By points nearer than this to a side of the arena, m.</param>
internal readonly record struct RowReach(double Speed, double Pair, double Side);
