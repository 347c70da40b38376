using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Grids;

namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>Draws a warehouse: cells, goals, shelves, wanted shelves, and robots with their headings; a robot that carries is in another colour.</summary>
internal static class RwarePicture
{
    private static readonly double[] Headings = [Math.PI / 2, -Math.PI / 2, Math.PI, 0d];

    /// <summary>One cell is one unit; the lower left corner of the floor is the origin, row 0 is on top.</summary>
    public static void Draw(RwareWorld world, Scene scene)
    {
        GridPicture.Floor(scene, world.Map.Rows, world.Map.Columns);
        foreach (var goal in world.Map.Goals)
        {
            var (x, y) = Centre(world.Map, goal);
            scene.Box(Role.Goal, x, y, 1d, 1d, label: "G");
        }

        for (ushort shelf = 1; shelf < world.ShelfCells.Length; shelf++)
        {
            var (x, y) = Centre(world.Map, world.ShelfCells[shelf]);
            scene.Box(world.Orders.IsWanted(shelf) ? Role.Prey : Role.Load, x, y, 0.8, 0.8);
        }

        for (var i = 0; i < world.Robots.Length; i++)
        {
            var robot = world.Robots[i];
            var (x, y) = Centre(world.Map, robot.Cell);
            scene.Disc(robot.Shelf > 0 ? Role.Other : Role.Robot, x, y, 0.32, Headings[(int)robot.Facing]);
        }
    }

    private static (double X, double Y) Centre(RwareMap map, int cell) => GridPicture.Centre(map.Rows, map.Y(cell), map.X(cell));
}
