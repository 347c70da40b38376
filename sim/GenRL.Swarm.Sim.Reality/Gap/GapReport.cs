namespace GenRL.Swarm.Sim.Reality.Gap;

/// <summary>The gap between a floor of the simulator and a log.</summary>
/// <param name="Rows">k = 5, 10 and 20 ticks (agent notes, section 9).</param>
/// <param name="Curve">k = 1 to 20, without intervals.</param>
/// <param name="Windows">Windows of 2 s that were replayed; they begin 0.5 s apart.</param>
/// <param name="Traces">The first windows that follow each other, for pictures.</param>
public sealed record GapReport(IReadOnlyList<GapRow> Rows, IReadOnlyList<GapRow> Curve, int Windows, IReadOnlyList<GapTrace> Traces);
