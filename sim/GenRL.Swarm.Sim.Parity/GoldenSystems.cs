namespace GenRL.Swarm.Sim.Parity;

/// <summary>The systems whose files can be run.</summary>
internal static class GoldenSystems
{
    /// <summary>In the order of the report.</summary>
    public static IReadOnlyList<IGoldenSystem> All { get; } =
    [
        new Vmas.VmasSystem(),
        new Mpe.MpeSystem(),
    ];
}
