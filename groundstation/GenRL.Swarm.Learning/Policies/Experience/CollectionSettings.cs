using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Learning.Expert;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>How experience is flown. The defaults are those of the measured prototype.</summary>
public sealed record CollectionSettings
{
    /// <summary>The floor that the worlds have, up to their randomisation, and that the expert knows. Default nominal.</summary>
    public ActuatorModel Floor { get; init; } = ActuatorModel.Nominal;

    /// <summary>How much floors vary between worlds, 0 to 1. Default 0.</summary>
    public float Randomisation { get; init; }

    /// <summary>Scenarios, in turn. Default crossing and random goals, half each.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = ["crossing", "random-goals"];

    /// <summary>Robots per world, N. Default 4.</summary>
    public int Robots { get; init; } = 4;

    /// <summary>Plan ticks per episode. Default 55.</summary>
    public int Ticks { get; init; } = 55;

    /// <summary>Probability of a burst of noise on an executed command. Default 0.4.</summary>
    public float BurstProbability { get; init; } = 0.4f;

    /// <summary>Standard deviation of a burst, metres per second. Default 0.2.</summary>
    public float BurstDeviation { get; init; } = 0.2f;

    /// <summary>Fraction of the worlds that the expert flies when there is a policy to fly the rest. Default 0.3.</summary>
    public float ExpertShare { get; init; } = 0.3f;

    /// <summary>A robot's radius, metres. Default 0.12.</summary>
    public float Radius { get; init; } = 0.12f;

    /// <summary>How well robots hear each other.</summary>
    public Hearing Hearing { get; init; } = new();

    /// <summary>How the expert searches.</summary>
    public MppiSettings Expert { get; init; } = new();
}
