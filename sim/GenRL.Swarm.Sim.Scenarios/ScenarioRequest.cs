namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>What a user asks of a scenario.</summary>
/// <param name="Worlds">Number of worlds.</param>
/// <param name="Agents">Agents per world; 0 for what the scenario is known with.</param>
/// <param name="Threads">Threads, the caller's included.</param>
/// <param name="Precise">Whether to compute in float64 instead of float32, where the family knows both.</param>
public sealed record ScenarioRequest(int Worlds = 1, int Agents = 0, int Threads = 1, bool Precise = false)
{
    /// <summary>The number of agents, checked: <paramref name="usual"/> if none was asked for.</summary>
    /// <exception cref="ScenarioException">Too few or too many.</exception>
    public int AgentsWithin(int least, int most, int usual)
    {
        var agents = Agents == 0 ? usual : Agents;
        return agents >= least && agents <= most ? agents : throw new ScenarioException($"agents: {agents} is not between {least} and {most}");
    }
}
