using System.Globalization;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Grids;

namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>Draws a map: cells, obstacles, targets and agents, a target with the number of its agent.</summary>
internal static class PogemaPicture
{
    /// <summary>One cell is one unit; the lower left corner of the map is the origin, row 0 is on top.</summary>
    public static void Draw(PogemaWorld world, Scene scene)
    {
        GridPicture.Floor(scene, world.Map.Rows, world.Map.Columns);
        for (var cell = 0; cell < world.Map.Rows * world.Map.Columns; cell++)
        {
            var (row, column) = Math.DivRem(cell, world.Map.Columns);
            if (world.Map.Obstacles[row, column])
            {
                var (x, y) = GridPicture.Centre(world.Map.Rows, row, column);
                scene.Box(Role.Obstacle, x, y, 1d, 1d);
            }
        }

        for (var i = 0; i < world.Agents.Length; i++)
        {
            var agent = world.Agents[i];
            if (agent.IsActive)
            {
                var (x, y) = GridPicture.Centre(world.Map.Rows, agent.TargetRow, agent.TargetColumn);
                scene.Box(Role.Goal, x, y, 0.7, 0.7, label: i.ToString(CultureInfo.InvariantCulture));
            }
        }

        for (var i = 0; i < world.Agents.Length; i++)
        {
            var agent = world.Agents[i];
            if (agent.IsActive)
            {
                var (x, y) = GridPicture.Centre(world.Map.Rows, agent.Row, agent.Column);
                scene.Disc(Role.Robot, x, y, 0.36, label: i.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
