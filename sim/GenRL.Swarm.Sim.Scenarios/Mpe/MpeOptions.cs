using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>What all scenarios of the family have to choose; its heirs make one scenario each.</summary>
internal abstract record MpeOptions : IBodyScenarioFactory
{
    /// <summary>Whether an action is numbers in [0, 1] instead of a choice.</summary>
    public bool Continuous { get; init; }

    /// <summary>Steps after which an episode is cut off.</summary>
    public int MaxCycles { get; init; } = 25;

    /// <summary>The scenario.</summary>
    /// <exception cref="ScenarioException">An option is out of its range; the message names it.</exception>
    public abstract MpeScenario<V> Make<V>()
        where V : unmanaged, ILanes<V>;

    BodyScenario<V> IBodyScenarioFactory.Create<V>() => Make<V>();

    /// <summary>A count, checked.</summary>
    protected static int Checked(string name, int count, int least) =>
        count >= least ? count : throw new ScenarioException($"{name}: {count} is less than {least}");

    /// <summary>A share, checked.</summary>
    protected static double Checked(string name, double share) =>
        share is >= 0d and <= 1d ? share : throw new ScenarioException($"{name}: {share} is not between 0 and 1");

    /// <summary>A number of neighbours, checked; null stands for all.</summary>
    protected static int? Checked(string name, int? neighbours) =>
        neighbours is null or > 0 ? neighbours : throw new ScenarioException($"{name}: {neighbours} is less than 1");
}
