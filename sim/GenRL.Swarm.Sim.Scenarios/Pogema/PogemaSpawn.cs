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

    private const ushort Unset = ushort.MaxValue;

    private readonly BitGrid _drawn = new(options.Rows, options.Columns, 0);

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
        var own = (agent.Row * map.Columns) + agent.Column;
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
        var (started, finished) = (0, 0);
        for (var left = map.Free.Length; left > 0 && finished < agents.Length; left--)
        {
            var cell = Next(random, map);
            var (row, column) = Math.DivRem(cell, map.Columns);
            var (waiting, pairs) = Connected(map, agents[..started], cell);
            if (waiting >= 0)
            {
                (agents[waiting].TargetRow, agents[waiting].TargetColumn) = ((ushort)row, (ushort)column);
                finished++;
            }
            else if (started < agents.Length && (2 * pairs) + 1 < map.Reach(cell).Length)
            {
                agents[started++] = new PogemaAgent { Row = (ushort)row, Column = (ushort)column, TargetRow = Unset, Active = 1 };
            }
        }

        return finished == agents.Length;
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

    /// <summary>Among agents whose start can be reached from a cell: the one without target, or -1, and how many have one.</summary>
    private static (int Waiting, int Pairs) Connected(PogemaMap map, ReadOnlySpan<PogemaAgent> agents, int cell)
    {
        var (waiting, pairs) = (-1, 0);
        for (var i = 0; i < agents.Length; i++)
        {
            if (map.AreConnected((agents[i].Row * map.Columns) + agents[i].Column, cell))
            {
                var waits = agents[i].TargetRow == Unset;
                waiting = waits ? i : waiting;
                pairs += waits ? 0 : 1;
            }
        }

        return (waiting, pairs);
    }
}
