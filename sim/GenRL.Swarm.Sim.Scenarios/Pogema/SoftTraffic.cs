namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>
/// All agents move at once. Of two that would swap, the one with the lower number is taken back first; then, from the last agent to the first,
/// each whose cell is an obstacle or wanted by another as well is taken back, and with it the one that wants the cell that it goes back to, and so on.
/// </summary>
internal sealed class SoftTraffic(PogemaOptions options) : PogemaTraffic
{
    private const short Nobody = -1;

    private readonly int _columns = options.Columns + 2;
    private readonly bool _forgetsFollowers = options.ForgetsFollowers;

    /// <summary>Per cell, wall included, the agents that want it, first come first: a list in <see cref="_next"/>.</summary>
    private readonly short[] _first = Filled((options.Rows + 2) * (options.Columns + 2));
    private readonly short[] _next = Filled(options.Agents);
    private readonly int[] _home = new int[options.Agents];
    private readonly int[] _wanted = new int[options.Agents];

    /// <inheritdoc/>
    public override void Move(ReadOnlySpan<float> actions, Span<PogemaAgent> agents, BitGrid obstacles, BitGrid taken)
    {
        for (var i = 0; i < agents.Length; i++)
        {
            var (row, column) = Wanted(actions[i], agents[i]);
            _home[i] = Cell(agents[i].Row, agents[i].Column);
            _wanted[i] = Cell(row, column);
            if (agents[i].IsActive)
            {
                Append(_wanted[i], (short)i);
            }
        }

        UndoSwaps(agents);
        UndoConflicts(agents, obstacles);
        Apply(agents, taken);
    }

    private static short[] Filled(int length)
    {
        var list = new short[length];
        list.AsSpan().Fill(Nobody);
        return list;
    }

    private void UndoSwaps(ReadOnlySpan<PogemaAgent> agents)
    {
        for (var i = 0; i < agents.Length; i++)
        {
            if (!agents[i].IsActive || _wanted[i] == _home[i])
            {
                continue;
            }

            // One with a lower number that would swap with this one was taken back before.
            var other = _first[_home[i]];
            while (other != Nobody && _home[other] != _wanted[i])
            {
                other = _next[other];
            }

            if (other != Nobody)
            {
                _ = TakeBack((short)i);
            }
        }
    }

    private void UndoConflicts(ReadOnlySpan<PogemaAgent> agents, BitGrid obstacles)
    {
        for (var i = agents.Length - 1; i >= 0; i--)
        {
            if (agents[i].IsActive && (IsShared(_wanted[i]) || obstacles[Row(_wanted[i]), Column(_wanted[i])]))
            {
                for (var agent = (short)i; agent != Nobody;)
                {
                    agent = TakeBack(agent);
                }
            }
        }
    }

    private void Apply(Span<PogemaAgent> agents, BitGrid taken)
    {
        for (var i = 0; i < agents.Length; i++)
        {
            _first[_wanted[i]] = Nobody;
            if (agents[i].IsActive && !_forgetsFollowers)
            {
                taken.Clear(agents[i].Row, agents[i].Column);
            }
        }

        for (var i = 0; i < agents.Length; i++)
        {
            if (agents[i].IsActive)
            {
                ref var agent = ref agents[i];
                if (_forgetsFollowers)
                {
                    taken.Clear(agent.Row, agent.Column);
                }

                (agent.Row, agent.Column) = ((ushort)Row(_wanted[i]), (ushort)Column(_wanted[i]));
                taken.Set(agent.Row, agent.Column);
            }
        }
    }

    /// <summary>The agent stays where it is.</summary>
    /// <returns>The first one that wants to be there, or nobody.</returns>
    private short TakeBack(short agent)
    {
        Remove(_wanted[agent], agent);
        _wanted[agent] = _home[agent];
        var other = _first[_home[agent]];
        Append(_home[agent], agent);
        return other;
    }

    private void Append(int cell, short agent)
    {
        ref var link = ref _first[cell];
        while (link != Nobody)
        {
            link = ref _next[link];
        }

        (link, _next[agent]) = (agent, Nobody);
    }

    private void Remove(int cell, short agent)
    {
        ref var link = ref _first[cell];
        while (link != agent)
        {
            link = ref _next[link];
        }

        (link, _next[agent]) = (_next[agent], Nobody);
    }

    private bool IsShared(int cell) => _next[_first[cell]] != Nobody;

    private int Cell(int row, int column) => ((row + 1) * _columns) + column + 1;

    private int Row(int cell) => (cell / _columns) - 1;

    private int Column(int cell) => (cell % _columns) - 1;
}
