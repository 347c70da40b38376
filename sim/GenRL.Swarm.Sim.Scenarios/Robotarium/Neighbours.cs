using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>
/// Who may be near whom in a large team: lists that stay valid while robots move a little (Verlet, Physical Review 159, 1967), made anew from a
/// grid of cells once any has moved further. Lists are in the robots' order, so what is computed from them does not depend on their age. Grows
/// to the most crowded scene met, and allocates nothing otherwise.
/// </summary>
internal sealed class Neighbours
{
    // Robots may move by half of this before lists are made anew, m: some fifteen steps at full speed.
    private const double Skin = 0.2;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[] _first;
    private readonly int[] _cellOf;
    private readonly int[] _byCell;
    private readonly int[] _cellFirst;
    private readonly int _mostCells;
    private int[] _lists;
    private bool _isMade;

    /// <summary>Of <paramref name="robots"/> robots.</summary>
    /// <param name="robots">Number of robots.</param>
    /// <param name="radius">Robots nearer than this are always listed, m between axles.</param>
    public Neighbours(int robots, double radius)
    {
        Radius = radius;
        (_x, _y) = (new double[robots + Nearness.Width], new double[robots + Nearness.Width]);
        (_first, _cellOf, _byCell) = (new int[robots + 1], new int[robots], new int[robots]);
        _mostCells = (int)Math.Ceiling(Math.Sqrt(robots));
        _cellFirst = new int[(_mostCells * _mostCells) + 1];
        _lists = new int[16 * robots];
    }

    /// <summary>Robots nearer than this are always listed, m between axles.</summary>
    public double Radius { get; }

    /// <summary>All robots that may be nearer to robot <paramref name="robot"/> than <see cref="Radius"/>, in ascending order.</summary>
    public ReadOnlySpan<int> Of(int robot) => _lists.AsSpan(_first[robot].._first[robot + 1]);

    /// <summary>Has the lists made anew: robots were put elsewhere.</summary>
    public void Forget() => _isMade = false;

    /// <summary>Makes the lists anew if robots have moved too far.</summary>
    public void Refresh(Poses poses)
    {
        if (_isMade && !AnyMoved(poses))
        {
            return;
        }

        poses.X.AsSpan(0, poses.Count).CopyTo(_x);
        poses.Y.AsSpan(0, poses.Count).CopyTo(_y);
        var grid = Sort(poses.Count);
        var count = 0;
        for (var i = 0; i < poses.Count; i++)
        {
            _first[i] = count;
            List(i, grid, ref count);
            _lists.AsSpan(_first[i]..count).Sort();
        }

        _first[poses.Count] = count;
        _isMade = true;
    }

    private bool AnyMoved(Poses poses)
    {
        var moved = Vector512<double>.Zero;
        for (var i = 0; i < poses.Count; i += Nearness.Width)
        {
            var dx = Vector512.Create<double>(poses.X.AsSpan(i)) - Vector512.Create<double>(_x.AsSpan(i));
            var dy = Vector512.Create<double>(poses.Y.AsSpan(i)) - Vector512.Create<double>(_y.AsSpan(i));
            var inTeam = Vector512.LessThan(Vector512.Create((double)i) + Vector512<double>.Indices, Vector512.Create((double)poses.Count));
            moved = Vector512.Max(moved, Vector512.ConditionalSelect(inTeam, (dx * dx) + (dy * dy), Vector512<double>.Zero));
        }

        return Vector512.GreaterThanAny(moved, Vector512.Create(Skin * Skin / 4d));
    }

    // Sorts robots into cells that are no smaller than what is looked for, and no more than robots.
    private Grid Sort(int robots)
    {
        var (x, y) = (_x, _y);
        var (left, right, bottom, top) = (x[0], x[0], y[0], y[0]);
        for (var i = 1; i < robots; i++)
        {
            (left, right) = (Math.Min(left, x[i]), Math.Max(right, x[i]));
            (bottom, top) = (Math.Min(bottom, y[i]), Math.Max(top, y[i]));
        }

        var size = Math.Max(Radius + Skin, Math.Max(right - left, top - bottom) / _mostCells * (1d + 1e-9));
        var columns = Math.Min(_mostCells, (int)((right - left) / size) + 1);
        var rows = Math.Min(_mostCells, (int)((top - bottom) / size) + 1);
        var grid = new Grid(left, bottom, 1d / size, columns, rows);
        var firsts = _cellFirst.AsSpan(0, (columns * rows) + 1);
        firsts.Clear();
        for (var i = 0; i < robots; i++)
        {
            _cellOf[i] = (grid.Row(y[i]) * columns) + grid.Column(x[i]);
            firsts[_cellOf[i] + 1]++;
        }

        for (var cell = 1; cell < firsts.Length; cell++)
        {
            firsts[cell] += firsts[cell - 1];
        }

        // Placing robots from the last on, each cell's end moves down to its start.
        for (var i = robots - 1; i >= 0; i--)
        {
            _byCell[--firsts[_cellOf[i] + 1]] = i;
        }

        return grid;
    }

    private void List(int robot, in Grid grid, ref int count)
    {
        var (x, y) = (_x[robot], _y[robot]);
        var (column, row) = (grid.Column(x), grid.Row(y));
        var cells = grid.Columns * grid.Rows;
        for (var r = Math.Max(0, row - 1); r <= Math.Min(grid.Rows - 1, row + 1); r++)
        {
            // After sorting, entry c + 1 is where cell c starts.
            var start = _cellFirst[(r * grid.Columns) + Math.Max(0, column - 1) + 1];
            var last = (r * grid.Columns) + Math.Min(grid.Columns - 1, column + 1);
            var end = last + 2 <= cells ? _cellFirst[last + 2] : _byCell.Length;
            foreach (var other in _byCell.AsSpan(start..end))
            {
                var (dx, dy) = (_x[other] - x, _y[other] - y);
                if (other != robot && (dx * dx) + (dy * dy) < (Radius + Skin) * (Radius + Skin))
                {
                    Add(other, ref count);
                }
            }
        }
    }

    private void Add(int robot, ref int count)
    {
        if (count == _lists.Length)
        {
            Array.Resize(ref _lists, 2 * count);
        }

        _lists[count++] = robot;
    }

    private readonly record struct Grid(double Left, double Bottom, double PerMetre, int Columns, int Rows)
    {
        public int Column(double x) => Math.Min(Columns - 1, (int)((x - Left) * PerMetre));

        public int Row(double y) => Math.Min(Rows - 1, (int)((y - Bottom) * PerMetre));
    }
}
