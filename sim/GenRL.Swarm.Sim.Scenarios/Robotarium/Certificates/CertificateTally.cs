namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>What a certificate's quadratic programs came to since it was made.</summary>
/// <param name="Solves">Programs.</param>
/// <param name="Infeasible">Of them, those that no velocities satisfy; all robots were stopped.</param>
/// <param name="GivenUp">Of them, those not solved within the greatest number of steps; all robots were stopped.</param>
/// <param name="ActiveRows">Rows that held with equality at the solutions, summed over solved programs.</param>
public readonly record struct CertificateTally(long Solves, long Infeasible, long GivenUp, long ActiveRows)
{
    /// <summary>Active rows per solved program; 0 before the first.</summary>
    public double MeanActiveRows => Solves > Infeasible + GivenUp ? (double)ActiveRows / (Solves - Infeasible - GivenUp) : 0d;
}
