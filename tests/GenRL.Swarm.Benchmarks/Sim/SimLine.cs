namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>One line of the table.</summary>
/// <param name="One">With one thread.</param>
/// <param name="Two">With two; null where there are too few worlds to share.</param>
/// <param name="Peer">The peer's environment steps per second of processor time with as many worlds; null where it was not run so.</param>
/// <param name="PeerMeasured">Whether the peer was run beside, or is a stored figure.</param>
/// <param name="Limit">The lesser of what memory and the code itself would allow, environment steps per second.</param>
/// <param name="LimitedBy">Which of the two.</param>
internal sealed record SimLine(SimFigures One, SimFigures? Two, double? Peer, bool PeerMeasured, double Limit, string LimitedBy);
