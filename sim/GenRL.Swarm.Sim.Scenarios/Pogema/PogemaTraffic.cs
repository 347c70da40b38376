namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>Moves the agents by one of the collision systems.</summary>
internal abstract class PogemaTraffic
{
    private static readonly PriorityTraffic Priority = new();

    private static ReadOnlySpan<sbyte> RowSteps => [0, -1, 1, 0, 0];

    private static ReadOnlySpan<sbyte> ColumnSteps => [0, 0, 0, -1, 1];

    /// <summary>The collision system that the options ask for.</summary>
    public static PogemaTraffic Of(PogemaOptions options) => options.Collisions switch
    {
        PogemaCollisions.Priority => Priority,
        PogemaCollisions.BlockBoth => new BlockBothTraffic(options),
        _ => new SoftTraffic(options),
    };

    /// <summary>Moves the agents.</summary>
    /// <param name="actions">Per agent: 0 stay, 1 up, 2 down, 3 left, 4 right; what is no action is 0; those of agents off the map do not matter.</param>
    /// <param name="agents">Changed.</param>
    /// <param name="obstacles">Read.</param>
    /// <param name="taken">Cells of agents on the map; changed with them.</param>
    public abstract void Move(ReadOnlySpan<float> actions, Span<PogemaAgent> agents, BitGrid obstacles, BitGrid taken);

    /// <summary>The cell that an agent wants to be in; may be in the wall.</summary>
    protected static (int Row, int Column) Wanted(float action, PogemaAgent agent)
    {
        var choice = (int)action;
        choice = (uint)choice < 5u ? choice : 0;
        return (agent.Row + RowSteps[choice], agent.Column + ColumnSteps[choice]);
    }

    /// <summary>Puts an agent into another cell.</summary>
    protected static void Put(ref PogemaAgent agent, int row, int column, BitGrid taken)
    {
        taken.Clear(agent.Row, agent.Column);
        (agent.Row, agent.Column) = ((ushort)row, (ushort)column);
        taken.Set(row, column);
    }
}
