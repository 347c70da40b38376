namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>A cell that two agents want, or that an agent stood on before the step, is closed to all.</summary>
internal sealed class BlockBothTraffic(PogemaOptions options) : PogemaTraffic
{
    private readonly BitGrid _wanted = BitGrid.Of(options.Rows, options.Columns, 1);
    private readonly BitGrid _closed = BitGrid.Of(options.Rows, options.Columns, 1);
    private readonly bool[] _moves = new bool[options.Agents];

    /// <inheritdoc/>
    public override void Move(ReadOnlySpan<float> actions, Span<PogemaAgent> agents, BitGrid obstacles, BitGrid taken)
    {
        for (var i = 0; i < agents.Length; i++)
        {
            var (row, column) = Wanted(actions[i], agents[i]);
            if (agents[i].IsActive)
            {
                (_wanted[row, column] ? _closed : _wanted).Set(row, column);
            }
        }

        for (var i = 0; i < agents.Length; i++)
        {
            var (row, column) = Wanted(actions[i], agents[i]);
            _moves[i] = agents[i].IsActive && !_closed[row, column] && !taken[row, column] && !obstacles[row, column];
        }

        for (var i = 0; i < agents.Length; i++)
        {
            var (row, column) = Wanted(actions[i], agents[i]);
            _wanted.Clear(row, column);
            _closed.Clear(row, column);
            if (_moves[i])
            {
                Put(ref agents[i], row, column, taken);
            }
        }
    }
}
