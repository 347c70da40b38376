using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.Waypoints;

/// <summary>The terrain of both families' arctic transport: 8 rows from the top (y = 1) of 12 square cells, the first at x = -1.5.</summary>
/// <param name="cells">Terrain of each cell, row after row; owned by the scenario.</param>
internal sealed class ArcticGrid(double[] cells)
{
    /// <summary>Rows.</summary>
    public const int Rows = 8;

    /// <summary>Columns.</summary>
    public const int Columns = 12;

    /// <summary>Side of a cell, m.</summary>
    public const double Side = 0.25;

    /// <summary>Terrain without effect.</summary>
    public const int Normal = 0;

    /// <summary>Terrain that is fast for ice robots, slow for water robots.</summary>
    public const int Ice = 1;

    /// <summary>Terrain that is fast for water robots, slow for ice robots.</summary>
    public const int Water = 2;

    /// <summary>Terrain to be reached.</summary>
    public const int Goal = 3;

    /// <summary>The terrain of a cell.</summary>
    public ref double this[int row, int column] => ref cells[(row * Columns) + column];

    /// <summary>The terrain at a point.</summary>
    public double At(Vector2D point)
    {
        var (row, column) = Cell(point);
        return this[row, column];
    }

    /// <summary>The cell of a point, the nearest one for points beside the grid.</summary>
    public static (int Row, int Column) Cell(Vector2D point) =>
        (Math.Clamp((int)(-(point.Y - 1d) / Side), 0, Rows - 1), Math.Clamp((int)((point.X + 1.5) / Side), 0, Columns - 1));

    /// <summary>What is written on the robot that is fast on a terrain; nothing for drones.</summary>
    public static string NameOf(int terrain) => terrain switch
    {
        Ice => "ice",
        Water => "water",
        _ => "",
    };

    /// <summary>Draws the terrain.</summary>
    public void Draw(Scene scene)
    {
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var role = this[row, column] switch
                {
                    Ice => Role.Ray,
                    Water => Role.Plan,
                    Goal => Role.Goal,
                    _ => Role.Floor,
                };
                scene.Box(role, (column * Side) - 1.5 + (Side / 2d), 1d - (row * Side) - (Side / 2d), Side, Side);
            }
        }
    }
}
