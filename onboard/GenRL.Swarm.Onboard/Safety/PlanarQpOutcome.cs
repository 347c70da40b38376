namespace GenRL.Swarm.Onboard.Safety;

/// <summary>What <see cref="PlanarQp"/> found.</summary>
internal enum PlanarQpOutcome
{
    /// <summary>The target satisfies every row: it is the answer.</summary>
    Unchanged,

    /// <summary>The nearest point that satisfies every row.</summary>
    Projected,

    /// <summary>No point satisfies every row: the point of the hard rows whose worst violation of the others is smallest.</summary>
    Infeasible,

    /// <summary>A number is not finite, or the hard rows contradict each other: there is no answer.</summary>
    Invalid,
}
