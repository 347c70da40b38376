using System.Numerics;

namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>
/// A layout as numbered cells, with a ring about it as wide as robots see, so that no view needs to look at an edge. A cell's number is its row
/// times the stride, a power of two, plus its column, both counted from the ring. Never changes: worlds share it.
/// </summary>
internal sealed class RwareMap
{
    private readonly bool[] _highways;
    private readonly int _shift;
    private readonly int _ring;

    public RwareMap(RwareLayout layout, int ring)
    {
        (Rows, Columns, _ring, _shift) = (layout.Rows, layout.Columns, ring, BitOperations.Log2((uint)(layout.Columns + (2 * ring) - 1)) + 1);
        Cells = (layout.Rows + (2 * ring)) << _shift;
        _highways = new bool[Cells];
        var shelves = new List<int>();
        for (var i = 0; i < layout.Highways.Length; i++)
        {
            var cell = Cell(i % Columns, i / Columns);
            _highways[cell] = layout.Highways[i];
            if (!layout.Highways[i])
            {
                shelves.Add(cell);
            }
        }

        ShelfCells = [.. shelves];
        Goals = [.. layout.Goals.Select(goal => Cell(goal.X, goal.Y))];
        Steps = [-(1 << _shift), 1 << _shift, -1, 1];
    }

    /// <summary>Rows without the ring.</summary>
    public int Rows { get; }

    /// <summary>Columns without the ring.</summary>
    public int Columns { get; }

    /// <summary>Number of cells, the ring's included.</summary>
    public int Cells { get; }

    /// <summary>Where the shelves stand at the start, row by row; shelf 1 on the first.</summary>
    public int[] ShelfCells { get; }

    /// <summary>Where shelves are delivered.</summary>
    public int[] Goals { get; }

    /// <summary>By <see cref="RwareFacing"/>, from a cell to the next.</summary>
    public int[] Steps { get; }

    /// <summary>The number of a cell.</summary>
    public int Cell(int x, int y) => ((y + _ring) << _shift) + x + _ring;

    /// <summary>The column of a cell.</summary>
    public int X(int cell) => (cell & ((1 << _shift) - 1)) - _ring;

    /// <summary>The row of a cell.</summary>
    public int Y(int cell) => (cell >> _shift) - _ring;

    /// <summary>Whether a robot can be there at all.</summary>
    public bool IsFloor(int cell) => (uint)X(cell) < (uint)Columns && (uint)Y(cell) < (uint)Rows;

    /// <summary>Whether a cell is a corridor, where no shelf may be put down.</summary>
    public bool IsHighway(int cell) => _highways[cell];
}
