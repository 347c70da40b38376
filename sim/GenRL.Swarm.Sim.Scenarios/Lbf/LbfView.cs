namespace GenRL.Swarm.Sim.Scenarios.Lbf;

/// <summary>Writes what the players see, player by player.</summary>
internal static class LbfView
{
    /// <summary>
    /// Per food that it sees (row, column, level), row by row, (-1, -1, 0) for each that it does not see; then (row, column[, level]) of itself
    /// and of the players that it sees. Rows and columns count from the upper left corner of what it sees of the field.
    /// </summary>
    public static void Lists(LbfOptions options, LbfField field, ReadOnlySpan<int> cells, ReadOnlySpan<int> levels, Span<float> observations)
    {
        var size = options.ObservationSize;
        for (var i = 0; i < cells.Length; i++)
        {
            var seen = observations.Slice(i * size, size);
            var (row, column) = (field.Row(cells[i]), field.Column(cells[i]));
            var (top, left) = (Math.Max(0, row - options.Sight), Math.Max(0, column - options.Sight));
            Foods(options.Sight, field, row, column, seen[..(3 * options.Foods)]);
            seen = seen[(3 * options.Foods)..];
            var width = options.ObserveAgentLevels ? 3 : 2;
            Write(seen, width, row - top, column - left, levels[i]);
            var at = width;
            for (var j = 0; j < cells.Length; j++)
            {
                var (down, right) = (field.Row(cells[j]) - top, field.Column(cells[j]) - left);
                if (j != i && (uint)down <= (uint)(2 * options.Sight) && (uint)right <= (uint)(2 * options.Sight))
                {
                    Write(seen[at..], width, down, right, levels[j]);
                    at += width;
                }
            }

            for (; at < seen.Length; at += width)
            {
                Write(seen[at..], width, -1, -1, 0);
            }
        }
    }

    /// <summary>Three layers of the cells about each player: levels of players, levels of food, and 1 where a player could stand.</summary>
    public static void Layers(LbfOptions options, LbfField field, ReadOnlySpan<int> cells, ReadOnlySpan<int> levels, Span<float> observations)
    {
        observations.Clear();
        var width = (2 * options.Sight) + 1;
        var layer = width * width;
        for (var i = 0; i < cells.Length; i++)
        {
            var players = observations.Slice(i * 3 * layer, layer);
            var foods = observations.Slice(((i * 3) + 1) * layer, layer);
            var open = observations.Slice(((i * 3) + 2) * layer, layer);
            var (top, left) = (field.Row(cells[i]) - options.Sight, field.Column(cells[i]) - options.Sight);
            for (var row = Math.Max(top, 0); row < Math.Min(top + width, field.Rows); row++)
            {
                for (var column = Math.Max(left, 0); column < Math.Min(left + width, field.Columns); column++)
                {
                    var food = field.FoodAt(field.Cell(row, column));
                    var at = ((row - top) * width) + column - left;
                    foods[at] = food >= 0 ? field.FoodLevels[food] : 0f;
                    open[at] = food >= 0 ? 0f : 1f;
                }
            }

            for (var j = 0; j < cells.Length; j++)
            {
                var (down, right) = (field.Row(cells[j]) - top, field.Column(cells[j]) - left);
                if ((uint)down < (uint)width && (uint)right < (uint)width)
                {
                    players[(down * width) + right] = options.ObserveAgentLevels ? levels[j] : 1f;
                    open[(down * width) + right] = 0f;
                }
            }
        }
    }

    private static void Foods(int sight, LbfField field, int row, int column, Span<float> seen)
    {
        var (top, left) = (Math.Max(0, row - sight), Math.Max(0, column - sight));
        var cells = field.FoodCells;
        var levels = field.FoodLevels;
        var at = 0;
        for (var food = 0; food < cells.Length; food++)
        {
            var (r, c) = (field.Row(cells[food]), field.Column(cells[food]));
            if (levels[food] > 0 && Math.Abs(r - row) <= sight && Math.Abs(c - column) <= sight)
            {
                Write(seen[at..], 3, r - top, c - left, levels[food]);
                at += 3;
            }
        }

        for (; at < seen.Length; at += 3)
        {
            Write(seen[at..], 3, -1, -1, 0);
        }
    }

    private static void Write(Span<float> seen, int width, int row, int column, int level)
    {
        (seen[1], seen[0]) = (column, row);
        if (width == 3)
        {
            seen[2] = level;
        }
    }
}
