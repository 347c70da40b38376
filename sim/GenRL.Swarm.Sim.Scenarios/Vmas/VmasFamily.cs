using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>VMAS's scenarios.</summary>
internal static class VmasFamily
{
    private const int Most = 64;

    // So many stand apart at the start: on the line, among the obstacles, side by side below the wall.
    private const int MostOnLine = 13;
    private const int MostInFlock = 48;
    private const int MostAtWall = 27;

    /// <summary>By name.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        Entry("spread", "agents cover landmarks without touching", 3, new SpreadFactory()),
        Entry("navigation", "each agent has a goal and sees the others by lidar", 4, new NavigationFactory()),
        Entry("balance", "agents lift a package on a line, against gravity", 3, new BalanceFactory(), MostOnLine),
        Entry("transport", "agents push a heavy box to a goal", 4, new TransportFactory()),
        Entry("reverse-transport", "agents inside a hollow box push it to a goal", 4, new ReverseTransportFactory()),
        Entry("tag", "slow adversaries hunt a fast agent among obstacles", 4, new TagFactory()),
        Entry("flocking", "agents keep together about a moving target, among obstacles", 4, new FlockingFactory(), MostInFlock),
        Entry("wheel", "agents turn a line to a given angular velocity", 4, new WheelFactory()),
        Entry("ball-passage", "two agents push a ball through the gap in a wall", 2, new BallPassageFactory(), MostAtWall),
        Entry("dispersion", "agents disperse from the centre to food", 4, new DispersionFactory()),
    ];

    /// <summary>Makes a scenario of so many agents.</summary>
    private interface IMaker
    {
        VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V>;
    }

    private static ScenarioEntry Entry(string name, string summary, int usual, IMaker maker, int most = Most) => new(
        $"vmas/{name}", summary, request => BodyEnvironments.Create(new Factory(maker, request.AgentsWithin(1, most, usual)), request.Worlds, request.Threads, request.Precise));

    private sealed record Factory(IMaker Maker, int Agents) : IBodyScenarioFactory
    {
        public BodyScenario<V> Create<V>()
            where V : unmanaged, ILanes<V> => Maker.Create<V>(Agents);
    }

    private sealed class SpreadFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new Spread<V>(agents);
    }

    private sealed class NavigationFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new Navigation<V>(new NavigationOptions(agents));
    }

    private sealed class BalanceFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new Balance<V>(agents);
    }

    private sealed class TransportFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new Transport<V>(new TransportOptions(agents));
    }

    private sealed class FlockingFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new Flocking<V>(agents);
    }

    private sealed class WheelFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new Wheel<V>(agents);
    }

    private sealed class DispersionFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new Dispersion<V>(agents, agents);
    }

    private sealed class BallPassageFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new BallPassage<V>(agents);
    }

    private sealed class ReverseTransportFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new ReverseTransport<V>(new ReverseTransportOptions(agents));
    }

    /// <summary>One is hunted, the others hunt.</summary>
    private sealed class TagFactory : IMaker
    {
        public VmasScenario<V> Create<V>(int agents)
            where V : unmanaged, ILanes<V> => new Tag<V>(1, agents - 1);
    }
}
