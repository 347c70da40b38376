namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>Agents move in their order, each into a cell that is free by then: one that was left earlier in the step is.</summary>
internal sealed class PriorityTraffic : PogemaTraffic
{
    /// <inheritdoc/>
    public override void Move(ReadOnlySpan<float> actions, Span<PogemaAgent> agents, BitGrid obstacles, BitGrid taken)
    {
        for (var i = 0; i < agents.Length; i++)
        {
            ref var agent = ref agents[i];
            var (row, column) = Wanted(actions[i], agent);
            if (agent.IsActive && !(obstacles[row, column] | taken[row, column]))
            {
                Put(ref agent, row, column, taken);
            }
        }
    }
}
