namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>
/// The assignment problem by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant, A shortest augmenting path algorithm for dense and sparse
/// linear assignment problems, 1987): rows enter one by one, prices keep every reduced cost non-negative. O(n^3).
/// </summary>
internal static class Hungarian
{
    /// <summary>Finds an assignment of least total cost.</summary>
    /// <param name="costs">Row by row, square. Where one is not finite, some assignment is returned.</param>
    /// <param name="rowOf">Written; the row that each column gets.</param>
    public static void Solve(ReadOnlySpan<double> costs, Span<int> rowOf)
    {
        var count = rowOf.Length;
        Span<double> rowPrices = stackalloc double[count];
        Span<double> columnPrices = stackalloc double[count];
        Span<double> shortest = stackalloc double[count];
        Span<int> from = stackalloc int[count];
        Span<bool> reached = stackalloc bool[count];
        rowPrices.Clear();
        columnPrices.Clear();
        rowOf.Fill(-1);
        for (var row = 0; row < count; row++)
        {
            shortest.Fill(double.PositiveInfinity);
            from.Fill(-1);
            reached.Clear();
            var free = Reach(costs, row, rowOf, rowPrices, columnPrices, shortest, from, reached);
            Raise(row, shortest, shortest[free], reached, rowOf, rowPrices, columnPrices);
            Swap(row, free, from, rowOf);
        }
    }

    /// <summary>Goes from a row along the shortest reduced paths until a column is reached that no row has.</summary>
    private static int Reach(
        ReadOnlySpan<double> costs,
        int start,
        ReadOnlySpan<int> rowOf,
        ReadOnlySpan<double> rowPrices,
        ReadOnlySpan<double> columnPrices,
        Span<double> shortest,
        Span<int> from,
        Span<bool> reached)
    {
        var (row, length, last) = (start, 0d, -1);
        while (true)
        {
            var next = -1;
            for (var column = 0; column < rowOf.Length; column++)
            {
                if (reached[column])
                {
                    continue;
                }

                var path = length + costs[(row * rowOf.Length) + column] - rowPrices[row] - columnPrices[column];
                if (path < shortest[column])
                {
                    (shortest[column], from[column]) = (path, last);
                }

                next = next < 0 || shortest[column] < shortest[next] ? column : next;
            }

            if (rowOf[next] < 0)
            {
                return next;
            }

            (reached[next], row, length, last) = (true, rowOf[next], shortest[next], next);
        }
    }

    private static void Raise(
        int start,
        ReadOnlySpan<double> shortest,
        double length,
        ReadOnlySpan<bool> reached,
        ReadOnlySpan<int> rowOf,
        Span<double> rowPrices,
        Span<double> columnPrices)
    {
        rowPrices[start] += length;
        for (var column = 0; column < rowOf.Length; column++)
        {
            if (reached[column])
            {
                rowPrices[rowOf[column]] += length - shortest[column];
                columnPrices[column] -= length - shortest[column];
            }
        }
    }

    private static void Swap(int start, int free, ReadOnlySpan<int> from, Span<int> rowOf)
    {
        var column = free;
        while (from[column] >= 0)
        {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }

        rowOf[column] = start;
    }
}
