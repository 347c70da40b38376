namespace GenRL.Swarm.Agent.Planning;

/// <summary>
/// Weights of the plan cost, one place for robot, expert and adaptation. The first seven are those of the measured prototype; metres and
/// metres per second throughout.
/// </summary>
public static class CostWeights
{
    /// <summary>Weight of the mean distance to the goal over the imagined path.</summary>
    public const float GoalMean = 1f;

    /// <summary>Weight of the distance to the goal at the end of the imagined path.</summary>
    public const float GoalEnd = 2f;

    /// <summary>Weight of the mean squared command.</summary>
    public const float Effort = 0.02f;

    /// <summary>Clearance wanted beyond contact, metres.</summary>
    public const float Clearance = 0.12f;

    /// <summary>Weight of the squared shortfall of that clearance, summed over steps and neighbours.</summary>
    public const float Proximity = 30f;

    /// <summary>Cost of each step closer than <see cref="ContactSlack"/> to contact.</summary>
    public const float Contact = 3f;

    /// <summary>A step counts as contact when nearer than contact distance plus this, metres.</summary>
    public const float ContactSlack = 0.02f;

    /// <summary>Weight of the squared change of the first command against the one before.</summary>
    public const float Smoothness = 0.02f;

    /// <summary>Weight of the mean distance, metres, from the path that the neighbours were told: commitment against dithering.</summary>
    public const float Commitment = 0.05f;

    /// <summary>Temperature of the soft minimum over candidates, in cost units: near the best one.</summary>
    public const float Temperature = 0.05f;
}
