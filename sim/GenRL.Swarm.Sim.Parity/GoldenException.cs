namespace GenRL.Swarm.Sim.Parity;

/// <summary>A trajectory file that cannot be run. The message names what and where.</summary>
internal sealed class GoldenException(string message) : Exception(message);
