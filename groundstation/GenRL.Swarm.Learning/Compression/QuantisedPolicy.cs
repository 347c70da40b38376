namespace GenRL.Swarm.Learning.Compression;

/// <summary>A quantised policy graph and what it costs.</summary>
/// <param name="Propose">The graph's file.</param>
/// <param name="PlanDifference">Root mean square distance between where its plans and the float graph's end after 1.5 s, commands integrated, metres.</param>
public sealed record QuantisedPolicy(byte[] Propose, double PlanDifference);
