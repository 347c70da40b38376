using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Scenarios.Grids;

/// <summary>What the pictures of all grid worlds share. One cell is one unit, the lower left corner is the origin, row 0 is on top.</summary>
internal static class GridPicture
{
    /// <summary>The floor and the lines between its cells.</summary>
    public static void Floor(Scene scene, int rows, int columns)
    {
        scene.Box(Role.Floor, columns / 2d, rows / 2d, columns, rows);
        for (var row = 0; row <= rows; row++)
        {
            scene.Segment(Role.Floor, 0d, row, columns, row);
        }

        for (var column = 0; column <= columns; column++)
        {
            scene.Segment(Role.Floor, column, 0d, column, rows);
        }
    }

    /// <summary>The middle of a cell.</summary>
    public static (double X, double Y) Centre(int rows, int row, int column) => (column + 0.5, rows - row - 0.5);
}
