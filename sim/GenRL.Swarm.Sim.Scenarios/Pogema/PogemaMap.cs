using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>
/// Obstacles, and which free cells can be reached from which. About the map lies a border as wide as agents see, with a wall on the map's edge and
/// nothing beyond.
/// </summary>
internal sealed class PogemaMap
{
    private const ushort Nowhere = ushort.MaxValue;

    /// <summary>Free cells, those that can reach each other side by side.</summary>
    private readonly ushort[] _cells;

    /// <summary>Per cell, where in <see cref="_cells"/> those that it can reach begin.</summary>
    private readonly ushort[] _first;

    /// <summary>Per beginning, where they end.</summary>
    private readonly ushort[] _end;
    private int _free;

    public PogemaMap(PogemaOptions options)
    {
        (Rows, Columns) = (options.Rows, options.Columns);
        Obstacles = new BitGrid(Rows, Columns, options.Radius);
        _cells = new ushort[Rows * Columns];
        _first = new ushort[Rows * Columns];
        _end = new ushort[Rows * Columns];
    }

    /// <summary>Rows without the border.</summary>
    public int Rows { get; }

    /// <summary>Columns without the border.</summary>
    public int Columns { get; }

    /// <summary>Obstacles and the wall.</summary>
    public BitGrid Obstacles { get; }

    /// <summary>Free cells as row times columns plus column, in no order that means anything.</summary>
    public ReadOnlySpan<ushort> Free => _cells.AsSpan(0, _free);

    /// <summary>Draws obstacles, each cell by itself.</summary>
    public void Draw(double density, RandomStream random)
    {
        Clear();
        // Four cells share the 64 bits of one draw.
        var threshold = (uint)Math.Round(density * 65_536d);
        var bits = 0ul;
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            bits = cell % 4 == 0 ? random.NextUInt64() : bits >> 16;
            if ((uint)(bits & 0xFFFF) < threshold)
            {
                Obstacles.Set(cell / Columns, cell % Columns);
            }
        }

        Connect();
    }

    /// <summary>Only the wall is left.</summary>
    public void Clear()
    {
        Obstacles.Clear();
        for (var row = -1; row <= Rows; row++)
        {
            Obstacles.Set(row, -1);
            Obstacles.Set(row, Columns);
        }

        for (var column = 0; column < Columns; column++)
        {
            Obstacles.Set(-1, column);
            Obstacles.Set(Rows, column);
        }
    }

    /// <summary>Finds out which cells can reach each other; call after any change of obstacles.</summary>
    public void Connect()
    {
        _first.AsSpan().Fill(Nowhere);
        _free = 0;
        for (var cell = 0; cell < _first.Length; cell++)
        {
            if (_first[cell] == Nowhere && !Obstacles[cell / Columns, cell % Columns])
            {
                Flood(cell);
            }
        }
    }

    /// <summary>The free cells that can be reached from a free cell, itself among them.</summary>
    public ReadOnlySpan<ushort> Reach(int cell) => _cells.AsSpan(_first[cell].._end[_first[cell]]);

    /// <summary>Whether two free cells can be reached from each other.</summary>
    public bool AreConnected(int cell, int other) => _first[cell] == _first[other];

    /// <summary>Moves the obstacles; the rest follows from them.</summary>
    public void Move(ref Snapshot snapshot)
    {
        Obstacles.Move(ref snapshot);
        if (snapshot.Restores)
        {
            Connect();
        }
    }

    private void Flood(int start)
    {
        var first = (ushort)_free;
        Add(start, first);
        for (var next = first; next < _free; next++)
        {
            var (row, column) = Math.DivRem(_cells[next], Columns);
            Visit(row - 1, column, first);
            Visit(row + 1, column, first);
            Visit(row, column - 1, first);
            Visit(row, column + 1, first);
        }

        _end[first] = (ushort)_free;
    }

    private void Visit(int row, int column, ushort first)
    {
        if (!Obstacles[row, column] && (row * Columns) + column is var cell && _first[cell] == Nowhere)
        {
            Add(cell, first);
        }
    }

    private void Add(int cell, ushort first)
    {
        _first[cell] = first;
        _cells[_free++] = (ushort)cell;
    }
}
