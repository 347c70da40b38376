namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>One row of the table: a scenario at several numbers of worlds, and the peer that it is compared with.</summary>
/// <param name="Scenario">Its name in the catalog.</param>
/// <param name="Agents">Agents; 0 for the usual number.</param>
/// <param name="Worlds">Numbers of worlds.</param>
/// <param name="Peer">The peer; null for none.</param>
internal sealed record SimRow(string Scenario, int Agents, int[] Worlds, SimPeer? Peer = null)
{
    private static readonly int[] Batches = [1, 32, 1024, 8192];
    private static readonly int[] Few = [1, 32];

    /// <summary>All rows, in the table's order.</summary>
    public static IReadOnlyList<SimRow> All { get; } =
    [
        new("mpe/spread", 0, Batches, SimPeer.Mpe),
        new("vmas/spread", 0, Batches, SimPeer.Vmas("simple_spread", 1_570_000, 1_080)),
        new("vmas/navigation", 0, Batches, SimPeer.Vmas("navigation", 96_700, 574)),
        new("vmas/balance", 0, Batches, SimPeer.Vmas("balance", 252_300, 412)),
        new("vmas/transport", 0, Batches, SimPeer.Vmas("transport", 445_400, 810)),
        new("vmas/flocking", 0, Batches, SimPeer.Vmas("flocking", 20_300, 214)),
        .. Robotarium("", "none", 7_580),
        .. Robotarium("-uni", "uni", 1_184),
        .. Robotarium("-uni-boundary", "unib", 874),
        new("lbf/8x8-2p-2f", 0, Batches, SimPeer.Grid("lbf", "Foraging-8x8-2p-2f-v3", 14_558)),
        new("lbf/15x15-4p-5f", 0, Batches, SimPeer.Grid("lbf", "Foraging-15x15-4p-5f-v3", 6_066)),
        new("rware/tiny-2ag", 0, Batches, SimPeer.Grid("rware", "rware-tiny-2ag-v2", 3_476)),
        new("rware/tiny-4ag", 0, Batches, SimPeer.Grid("rware", "rware-tiny-4ag-v2", 2_816)),
        new("pogema/16x16-8ag-lifelong", 0, Batches, SimPeer.Grid("pogema", "random-density0.3", 18_491, "8", "16", "5", "restart")),
        new("pogema/32x32-64ag-lifelong", 0, Batches, SimPeer.Grid("pogema", "random-density0.3", 2_522, "64", "32", "5", "restart")),
        new("skirmish/3m", 0, Batches),
        new("skirmish/8m", 0, Batches),
        new("skirmish/smacv2-10-units", 0, Batches),
        new("swarm/crossing", 0, Batches),
        new("crowd/goals", 1000, [1]),
    ];

    private static IEnumerable<SimRow> Robotarium(string certificate, string mode, double stored) =>
        new[] { 5, 20, 100 }.Select(robots =>
            new SimRow($"robotarium/v2{certificate}", robots, robots == 5 ? Batches : Few, robots == 5 ? SimPeer.Robotarium(mode, stored) : null));
}
