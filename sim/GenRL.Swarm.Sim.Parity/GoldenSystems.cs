using GenRL.Swarm.Sim.Parity.JaxRobotarium;
using GenRL.Swarm.Sim.Parity.Lbf;
using GenRL.Swarm.Sim.Parity.Marbler;
using GenRL.Swarm.Sim.Parity.Mpe;
using GenRL.Swarm.Sim.Parity.Pogema;
using GenRL.Swarm.Sim.Parity.Robotarium;
using GenRL.Swarm.Sim.Parity.Rware;
using GenRL.Swarm.Sim.Parity.Vmas;

namespace GenRL.Swarm.Sim.Parity;

/// <summary>The systems whose files can be run.</summary>
internal static class GoldenSystems
{
    /// <summary>In the order of the report.</summary>
    public static IReadOnlyList<IGoldenSystem> All { get; } =
    [
        new MpeSystem(),
        new RobotariumSystem(RobotariumRules.V2),
        new RobotariumSystem(RobotariumRules.Legacy),
        new MarblerSystem(),
        new JaxRobotariumSystem(),
        new LbfGolden(),
        new RwareGolden(),
        new PogemaGolden(),
        new VmasSystem(),
    ];
}
