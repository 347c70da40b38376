using GenRL.Swarm.Sim.Parity.Robotarium;

namespace GenRL.Swarm.Sim.Parity;

/// <summary>The systems whose files can be run.</summary>
internal static class GoldenSystems
{
    /// <summary>In the order of the report.</summary>
    public static IReadOnlyList<IGoldenSystem> All { get; } =
    [
        new Vmas.VmasSystem(),
        new Lbf.LbfGolden(),
        new Rware.RwareGolden(),
        new Pogema.PogemaGolden(),
        new JaxRobotarium.JaxRobotariumSystem(),
        new Marbler.MarblerSystem(),
        new RobotariumSystem(RobotariumRules.V2),
        new RobotariumSystem(RobotariumRules.Legacy),
        new Mpe.MpeSystem(),
    ];
}
