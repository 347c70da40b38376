namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>Where corridors, shelves and goals lie.</summary>
/// <param name="Rows">Rows of the floor.</param>
/// <param name="Columns">Columns of the floor.</param>
/// <param name="Highways">Row by row, whether a cell is a corridor; on every other cell a shelf stands at the start.</param>
/// <param name="Goals">Corridor cells where shelves are delivered, in the order in which they are served.</param>
internal sealed record RwareLayout(int Rows, int Columns, bool[] Highways, (int X, int Y)[] Goals)
{
    /// <summary>Number of shelves.</summary>
    public int Shelves => Highways.Count(highway => !highway);

    /// <summary>
    /// Blocks of two columns of shelves between corridors one cell wide, two goals in the middle of the last row, and no shelves in the block above
    /// them, where robots queue.
    /// </summary>
    /// <param name="shelfRows">Blocks from top to bottom.</param>
    /// <param name="shelfColumns">Blocks from left to right; odd.</param>
    /// <param name="height">Rows of a block.</param>
    public static RwareLayout Blocks(int shelfRows, int shelfColumns, int height)
    {
        var (rows, columns) = (((height + 1) * shelfRows) + 2, (3 * shelfColumns) + 1);
        var (left, right) = ((columns / 2) - 1, columns / 2);
        var highways = new bool[rows * columns];
        for (var i = 0; i < highways.Length; i++)
        {
            var (y, x) = Math.DivRem(i, columns);
            var queue = y > rows - (height + 3) && (x == left || x == right);
            highways[i] = x % 3 == 0 || y % (height + 1) == 0 || y == rows - 1 || queue;
        }

        return new RwareLayout(rows, columns, highways, [(left, rows - 1), (right, rows - 1)]);
    }

    /// <summary>This layout, if it makes sense.</summary>
    /// <exception cref="ScenarioException">It does not; names the field.</exception>
    public RwareLayout Checked()
    {
        if (Rows < 1 || Columns < 1 || Highways.Length != (long)Rows * Columns || Shelves > 20_000)
        {
            throw new ScenarioException($"highways: {Highways.Length} cells with {Shelves} shelves, where {Rows} by {Columns} with at most 20000 are wanted");
        }

        foreach (var (x, y) in Goals)
        {
            if ((uint)x >= (uint)Columns || (uint)y >= (uint)Rows || !Highways[(y * Columns) + x])
            {
                throw new ScenarioException($"goals: ({x}, {y}) is not a corridor");
            }
        }

        return Goals.Length > 0 ? this : throw new ScenarioException("goals: there are none");
    }
}
