using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Learning.Expert;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>How experience is flown. The defaults are those of the measured prototype.</summary>
public sealed record CollectionSettings
{
    /// <value>The floor that the worlds have, up to their randomisation, and that the expert knows. Default nominal.</value>
    public ActuatorModel Floor { get; init; } = ActuatorModel.Nominal;

    /// <value>How much floors vary between worlds, 0 to 1. Default 0.</value>
    public float Randomisation { get; init; }

    /// <value>Scenarios, in turn. Default crossing and random goals, half each.</value>
    public IReadOnlyList<string> Scenarios { get; init; } = ["crossing", "random-goals"];

    /// <value>Robots per world, N. Default 4.</value>
    public int Robots { get; init; } = 4;

    /// <value>Plan ticks per episode. Default 55.</value>
    public int Ticks { get; init; } = 55;

    /// <value>Probability of a burst of noise on an executed command. Default 0.4.</value>
    public float BurstProbability { get; init; } = 0.4f;

    /// <value>Standard deviation of a burst, metres per second. Default 0.2.</value>
    public float BurstDeviation { get; init; } = 0.2f;

    /// <value>Fraction of the worlds that the expert flies when there is a policy to fly the rest. Default 0.3.</value>
    public float ExpertShare { get; init; } = 0.3f;

    /// <value>A robot's radius, metres. Default 0.12.</value>
    public float Radius { get; init; } = 0.12f;

    /// <value>How well robots hear each other.</value>
    public Hearing Hearing { get; init; } = new();

    /// <value>How the expert searches.</value>
    public MppiSettings Expert { get; init; } = new();
}
