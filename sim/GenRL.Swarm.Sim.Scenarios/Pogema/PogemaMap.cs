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

    /// <summary>A map without obstacles or wall.</summary>
    /// <param name="options">How large it is.</param>
    /// <param name="obstacles">Where its obstacles are kept.</param>
    public PogemaMap(PogemaOptions options, BitGrid obstacles)
    {
        (Rows, Columns) = (options.Rows, options.Columns);
        Obstacles = obstacles;
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
        var left = 0;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                (bits, left) = left == 0 ? (random.NextUInt64(), 3) : (bits >> 16, left - 1);
                if ((uint)(bits & 0xFFFF) < threshold)
                {
                    Obstacles.Set(row, column);
                }
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
        for (int row = 0, cell = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++, cell++)
            {
                if (_first[cell] == Nowhere && !Obstacles[row, column])
                {
                    Flood(cell);
                }
            }
        }
    }

    /// <summary>The free cells that can be reached from a free cell, itself among them.</summary>
    public ReadOnlySpan<ushort> Reach(int cell) => _cells.AsSpan(_first[cell].._end[_first[cell]]);

    /// <summary>Whether two free cells can be reached from each other.</summary>
    public bool AreConnected(int cell, int other) => _first[cell] == _first[other];

    /// <summary>Moves the obstacles, and agents on the map with them; the rest follows.</summary>
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
        var obstacles = Obstacles;
        Add(start, first);
        for (var next = first; next < _free; next++)
        {
            var cell = _cells[next];
            var (row, column) = Math.DivRem(cell, Columns);
            Visit(!obstacles[row - 1, column], cell - Columns, first);
            Visit(!obstacles[row + 1, column], cell + Columns, first);
            Visit(!obstacles[row, column - 1], cell - 1, first);
            Visit(!obstacles[row, column + 1], cell + 1, first);
        }

        _end[first] = (ushort)_free;
    }

    private void Visit(bool isFree, int cell, ushort first)
    {
        if (isFree && _first[cell] == Nowhere)
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
