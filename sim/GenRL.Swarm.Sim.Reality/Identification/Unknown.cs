namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>One number that is looked for.</summary>
/// <param name="Name">Its name, snake case, with its unit where it has one.</param>
/// <param name="Nominal">Where the search begins, and what is assumed of a number that the log says nothing of.</param>
/// <param name="Scale">About twice what training varies it by when nothing is known: a log that leaves more than this open has not told it.</param>
/// <param name="Low">The smallest value that makes sense.</param>
/// <param name="High">The largest value that makes sense.</param>
/// <param name="Nudge">The change by which derivatives are taken: large against single precision, small against the scale.</param>
internal sealed record Unknown(string Name, double Nominal, double Scale, double Low, double High, double Nudge);
