namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>
/// The rows of one quadratic program that could become active, grouped by robots that they tie together, directly or through others: groups can
/// be solved one by one. Grows to the most crowded scene that it meets, and allocates nothing otherwise.
/// </summary>
internal sealed class RowSet
{
    private readonly int[] _parent;
    private readonly int[] _firstMember;
    private readonly int[] _nextMember;
    private readonly int[] _firstRow;
    private SparseRow[] _rows;
    private int[] _nextRow;

    /// <summary>For so many robots.</summary>
    public RowSet(int robots)
    {
        (_parent, _firstMember, _nextMember, _firstRow) = (new int[robots], new int[robots], new int[robots], new int[robots]);
        var capacity = 16 * robots;
        (_rows, _nextRow) = (new SparseRow[capacity], new int[capacity]);
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>The rows.</summary>
    public ReadOnlySpan<SparseRow> Rows => _rows.AsSpan(0, Count);

    /// <summary>Removes all rows.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a row.</summary>
    public void Add(in SparseRow row)
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, 2 * Count);
            Array.Resize(ref _nextRow, 2 * Count);
        }

        _rows[Count++] = row;
    }

    /// <summary>Forms the groups of the rows added so far.</summary>
    public void Group()
    {
        for (var i = 0; i < _parent.Length; i++)
        {
            (_parent[i], _firstMember[i], _firstRow[i]) = (i, -1, -1);
        }

        foreach (ref readonly var row in Rows)
        {
            Join(row.First, row.Second);
        }

        for (var i = _parent.Length - 1; i >= 0; i--)
        {
            var group = GroupOf(i);
            (_nextMember[i], _firstMember[group]) = (_firstMember[group], i);
        }

        for (var i = Count - 1; i >= 0; i--)
        {
            var group = GroupOf(_rows[i].First);
            (_nextRow[i], _firstRow[group]) = (_firstRow[group], i);
        }
    }

    /// <summary>The group of a robot, named by one of its members.</summary>
    public int GroupOf(int robot)
    {
        while (_parent[robot] != robot)
        {
            robot = _parent[robot] = _parent[_parent[robot]];
        }

        return robot;
    }

    /// <summary>The first robot of a group; -1 ends the walk.</summary>
    public int FirstMember(int group) => _firstMember[group];

    /// <summary>The robot after <paramref name="robot"/> in its group.</summary>
    public int NextMember(int robot) => _nextMember[robot];

    /// <summary>The first row of a group; -1 ends the walk.</summary>
    public int FirstRow(int group) => _firstRow[group];

    /// <summary>The row after <paramref name="row"/> in its group.</summary>
    public int NextRow(int row) => _nextRow[row];

    /// <summary>A row by its place.</summary>
    public ref readonly SparseRow Row(int row) => ref _rows[row];

    // The lesser number stays the root, so that groups come in the order of their first members.
    private void Join(int first, int second)
    {
        var (a, b) = (GroupOf(first), GroupOf(second));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
