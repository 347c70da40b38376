using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Grids;

namespace GenRL.Swarm.Sim.Scenarios.Lbf;

/// <summary>Draws a field: cells, food and players with their levels, row 0 on top.</summary>
internal static class LbfPicture
{
    /// <summary>One cell is one unit; the lower left corner of the field is the origin.</summary>
    public static void Draw(LbfField field, ReadOnlySpan<int> cells, ReadOnlySpan<int> levels, Scene scene)
    {
        GridPicture.Floor(scene, field.Rows, field.Columns);
        for (var food = 0; food < field.FoodCells.Length; food++)
        {
            if (field.FoodLevels[food] > 0)
            {
                var (x, y) = Centre(field, field.FoodCells[food]);
                scene.Box(Role.Load, x, y, 0.6, 0.6, Math.PI / 4, $"{field.FoodLevels[food]}");
            }
        }

        for (var i = 0; i < cells.Length; i++)
        {
            var (x, y) = Centre(field, cells[i]);
            scene.Disc(Role.Robot, x, y, 0.38, label: $"{levels[i]}");
        }
    }

    private static (double X, double Y) Centre(LbfField field, int cell) => GridPicture.Centre(field.Rows, field.Row(cell), field.Column(cell));
}
