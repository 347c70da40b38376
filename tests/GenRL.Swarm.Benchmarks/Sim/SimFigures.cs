namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>What one measurement came to.</summary>
/// <param name="Scenario">Name in the catalog.</param>
/// <param name="Agents">Agents of a world.</param>
/// <param name="Worlds">Number of worlds.</param>
/// <param name="Threads">Threads.</param>
/// <param name="PerSecond">Environment steps per second of wall time, best round.</param>
/// <param name="PerCpuSecond">Environment steps per second of processor time, best round.</param>
/// <param name="BytesPerStep">Counted bytes of one environment step: actions read, observations, rewards and ends written, state read and written.</param>
/// <param name="Footprint">Bytes that a step of all worlds touches.</param>
/// <param name="Note">What must be read beside the rate; may be empty.</param>
internal sealed record SimFigures(
    string Scenario, int Agents, int Worlds, int Threads, double PerSecond, double PerCpuSecond, double BytesPerStep, long Footprint, string Note)
{
    /// <summary>Agent steps per second of processor time.</summary>
    public double AgentStepsPerCpuSecond => PerCpuSecond * Agents;
}
