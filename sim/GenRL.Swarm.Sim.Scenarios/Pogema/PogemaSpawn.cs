using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>
/// Draws the start of an episode: obstacles, then starts and targets in one go. Free cells come up in random order; the next one to come up among
/// those that a start can reach is its target.
/// </summary>
internal sealed class PogemaSpawn(PogemaOptions options)
{
    /// <summary>Maps that are drawn before obstacles become half as likely.</summary>
    private const int Tries = 10;

    /// <summary>Agents without target, at most one per connected part of the map.</summary>
    private readonly int[] _waiting = new int[options.Agents];
    private readonly BitGrid _drawn = BitGrid.Of(options.Rows, options.Columns, 0);

    /// <summary>Writes the map and every agent.</summary>
    public void Draw(RandomStream random, PogemaMap map, Span<PogemaAgent> agents)
    {
        var density = options.Density;
        for (var tries = 1; ; tries++)
        {
            map.Draw(density, random);
            if (TryPlace(random, map, agents))
            {
                return;
            }

            // The options leave room for all agents on an empty map: this ends.
            density = tries % Tries == 0 ? density / 2d : density;
        }
    }

    /// <summary>A free cell that can be reached from an agent's, other than that; its own where there is none.</summary>
    public static int Target(RandomStream random, PogemaMap map, PogemaAgent agent)
    {
        var own = Start(map, agent);
        var cells = map.Reach(own);
        int cell;
        do
        {
            cell = cells[random.NextInt32(cells.Length)];
        }
        while (cell == own && cells.Length > 1);
        return cell;
    }

    private bool TryPlace(RandomStream random, PogemaMap map, Span<PogemaAgent> agents)
    {
        _drawn.Clear();
        var (started, waiting) = (0, 0);
        for (var left = map.Free.Length; left > 0 && (started < agents.Length || waiting > 0); left--)
        {
            var cell = Next(random, map);
            var (row, column) = Math.DivRem(cell, map.Columns);
            var next = Connected(map, _waiting.AsSpan(0, waiting), agents, cell);
            if (next >= 0)
            {
                ref var agent = ref agents[_waiting[next]];
                (agent.TargetRow, agent.TargetColumn) = ((ushort)row, (ushort)column);
                _waiting[next] = _waiting[--waiting];
            }
            else if (started < agents.Length && HasAnother(map, agents[..started], cell))
            {
                _waiting[waiting++] = started;
                agents[started++] = new PogemaAgent { Row = (ushort)row, Column = (ushort)column, Active = 1 };
            }
        }

        return started == agents.Length && waiting == 0;
    }

    /// <summary>A free cell that has not come up yet.</summary>
    private int Next(RandomStream random, PogemaMap map)
    {
        int cell;
        do
        {
            cell = map.Free[random.NextInt32(map.Free.Length)];
        }
        while (_drawn[cell / map.Columns, cell % map.Columns]);
        _drawn.Set(cell / map.Columns, cell % map.Columns);
        return cell;
    }

    /// <summary>Which of the waiting agents' starts can be reached from a cell: where it stands among them, or -1.</summary>
    private static int Connected(PogemaMap map, ReadOnlySpan<int> waiting, ReadOnlySpan<PogemaAgent> agents, int cell)
    {
        for (var i = 0; i < waiting.Length; i++)
        {
            if (map.AreConnected(Start(map, agents[waiting[i]]), cell))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether, of the cells that can be reached from one that nobody waits for, another is yet to come up: those that did made pairs.</summary>
    private static bool HasAnother(PogemaMap map, ReadOnlySpan<PogemaAgent> agents, int cell)
    {
        var cells = map.Reach(cell).Length;
        var taken = 1;
        for (var i = 0; i < agents.Length && cells <= (2 * agents.Length) + 1; i++)
        {
            taken += map.AreConnected(Start(map, agents[i]), cell) ? 2 : 0;
        }

        return taken < cells;
    }

    private static int Start(PogemaMap map, PogemaAgent agent) => (agent.Row * map.Columns) + agent.Column;
}
