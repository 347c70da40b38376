using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>Draws the start of an episode: robots on random cells, corridors or under shelves, each alone, looking anywhere.</summary>
internal static class RwareSpawn
{
    /// <summary>Writes every robot.</summary>
    public static void Draw(RandomStream random, RwareMap map, Span<RwareRobot> robots)
    {
        for (var i = 0; i < robots.Length; i++)
        {
            int cell;
            do
            {
                cell = map.Cell(random.NextInt32(map.Columns), random.NextInt32(map.Rows));
            }
            while (IsTaken(robots[..i], cell));
            robots[i] = new RwareRobot { Cell = cell, Facing = (RwareFacing)random.NextInt32(4) };
        }
    }

    private static bool IsTaken(ReadOnlySpan<RwareRobot> robots, int cell)
    {
        foreach (ref readonly var robot in robots)
        {
            if (robot.Cell == cell)
            {
                return true;
            }
        }

        return false;
    }
}
