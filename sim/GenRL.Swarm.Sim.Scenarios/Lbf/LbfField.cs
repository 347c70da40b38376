using System.Numerics;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Lbf;

/// <summary>
/// The cells of a field, with a ring of wall about them so that no step needs to look at an edge, and where food lies. A cell's number is its row
/// times the stride, a power of two, plus its column, both counted from the ring. Foods keep the order of their cells: row by row.
/// </summary>
internal sealed class LbfField
{
    /// <summary>What a cell of the ring holds.</summary>
    private const byte Wall = byte.MaxValue;

    /// <summary>0 for a free cell, one more than the food's number, or <see cref="Wall"/>.</summary>
    private readonly byte[] _cells;
    private readonly int _shift;
    private readonly int[] _foodCells;
    private readonly int[] _foodLevels;
    private int _foods;
    private int _left;
    private int _spawned;

    public LbfField(int rows, int columns, int foods)
    {
        (Rows, Columns, _shift) = (rows, columns, BitOperations.Log2((uint)(columns + 1)) + 1);
        _cells = new byte[(rows + 2) * Stride];
        _foodCells = new int[foods];
        _foodLevels = new int[foods];
        Clear();
    }

    /// <summary>Rows without the ring.</summary>
    public int Rows { get; }

    /// <summary>Columns without the ring.</summary>
    public int Columns { get; }

    /// <summary>From a cell to the one below it.</summary>
    public int Stride => 1 << _shift;

    /// <summary>Levels of all food at the start, summed.</summary>
    public int Spawned => _spawned;

    /// <summary>Foods that nobody has loaded yet.</summary>
    public int Left => _left;

    /// <summary>Cells of the foods, loaded ones included.</summary>
    public ReadOnlySpan<int> FoodCells => _foodCells.AsSpan(0, _foods);

    /// <summary>Levels of the foods; 0 for one that was loaded.</summary>
    public ReadOnlySpan<int> FoodLevels => _foodLevels.AsSpan(0, _foods);

    /// <summary>The number of a cell.</summary>
    public int Cell(int row, int column) => ((row + 1) << _shift) + column + 1;

    /// <summary>The row of a cell.</summary>
    public int Row(int cell) => (cell >> _shift) - 1;

    /// <summary>The column of a cell.</summary>
    public int Column(int cell) => (cell & (Stride - 1)) - 1;

    /// <summary>Whether a player may enter as far as food and edges go.</summary>
    public bool IsOpen(int cell) => _cells[cell] == 0;

    /// <summary>The number of the food in a cell, or -1.</summary>
    public int FoodAt(int cell) => _cells[cell] is 0 or Wall ? -1 : _cells[cell] - 1;

    /// <summary>The number of the food beside a cell, looked for to the north, south, west and east; -1 where there is none.</summary>
    public int FoodBeside(int cell)
    {
        var north = FoodAt(cell - Stride);
        var south = north >= 0 ? north : FoodAt(cell + Stride);
        var west = south >= 0 ? south : FoodAt(cell - 1);
        return west >= 0 ? west : FoodAt(cell + 1);
    }

    /// <summary>Whether two cells share an edge.</summary>
    public bool AreBeside(int cell, int other) => Math.Abs(cell - other) is var distance && (distance == 1 || distance == Stride);

    /// <summary>Whether food in a cell would be too near to other food: within the eight cells about it or two cells along its row or column.</summary>
    public bool IsCrowded(int cell)
    {
        for (var row = -Stride; row <= Stride; row += Stride)
        {
            if (FoodAt(cell + row - 1) >= 0 || FoodAt(cell + row) >= 0 || FoodAt(cell + row + 1) >= 0)
            {
                return true;
            }
        }

        // Two cells off the edge of the ring there is no food, and no cell.
        var (r, c) = (Row(cell), Column(cell));
        return (r >= 2 && FoodAt(cell - (2 * Stride)) >= 0) || (r < Rows - 2 && FoodAt(cell + (2 * Stride)) >= 0)
            || (c >= 2 && FoodAt(cell - 2) >= 0) || (c < Columns - 2 && FoodAt(cell + 2) >= 0);
    }

    /// <summary>Removes all food.</summary>
    public void Clear()
    {
        Array.Fill(_cells, Wall);
        for (var row = 0; row < Rows; row++)
        {
            _cells.AsSpan(Cell(row, 0), Columns).Clear();
        }

        (_foods, _left, _spawned) = (0, 0, 0);
    }

    /// <summary>Lays food into an open cell.</summary>
    public void Lay(int cell, int level)
    {
        var place = _foods++;
        for (; place > 0 && _foodCells[place - 1] > cell; place--)
        {
            (_foodCells[place], _foodLevels[place]) = (_foodCells[place - 1], _foodLevels[place - 1]);
            _cells[_foodCells[place]] = (byte)(place + 1);
        }

        (_foodCells[place], _foodLevels[place]) = (cell, level);
        _cells[cell] = (byte)(place + 1);
        _left++;
        _spawned += level;
    }

    /// <summary>Takes a food away.</summary>
    public void Take(int food)
    {
        _cells[_foodCells[food]] = 0;
        _foodLevels[food] = 0;
        _left--;
    }

    /// <summary>Says what all food at the start came to, for a state taken up in the middle of an episode.</summary>
    public void RememberSpawned(int levels) => _spawned = levels;

    /// <summary>Moves what may change.</summary>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(_cells.AsSpan());
        snapshot.Move(_foodCells.AsSpan());
        snapshot.Move(_foodLevels.AsSpan());
        snapshot.Move(ref _foods);
        snapshot.Move(ref _left);
        snapshot.Move(ref _spawned);
    }
}
