namespace GenRL.Swarm.Registry.Gate;

/// <summary>How one bundle flew on one floor in simulation.</summary>
/// <param name="Episodes">Episodes flown.</param>
/// <param name="Successes">Episodes in which every robot reached its goal without a collision.</param>
/// <param name="Collisions">Collisions in all episodes together.</param>
/// <param name="InterventionRate">Control steps in which the shield changed the command, as a share of all, 0 to 1.</param>
/// <param name="MeanTimeToGoalSeconds">Mean over the successful episodes, seconds; not a number when there is none.</param>
public sealed record FlightEvidence(int Episodes, int Successes, int Collisions, double InterventionRate, double MeanTimeToGoalSeconds)
{
    /// <summary>Successes as a share of the episodes, 0 to 1; not a number without episodes.</summary>
    public double SuccessRate => (double)Successes / Episodes;
}
