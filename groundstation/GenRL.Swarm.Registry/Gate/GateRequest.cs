namespace GenRL.Swarm.Registry.Gate;

/// <summary>What an evaluator is to measure.</summary>
/// <param name="IncumbentFolder">The bundle that the fleet flies.</param>
/// <param name="CandidateFolder">The candidate. Its contract carries the floor identified from the logs.</param>
/// <param name="HeldOutLogs">Paths of tick logs that the candidate was not trained on.</param>
/// <param name="IdentifiedEpisodes">Episodes per bundle on the floor identified from the logs.</param>
/// <param name="NominalEpisodes">Episodes per bundle on the nominal floor.</param>
/// <param name="Seed">The seed of both bundles' episodes.</param>
public sealed record GateRequest(
    string IncumbentFolder, string CandidateFolder, IReadOnlyList<string> HeldOutLogs, int IdentifiedEpisodes, int NominalEpisodes, ulong Seed);
