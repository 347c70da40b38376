using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>
/// The storage cells of <see cref="RwareScenario"/>. A robot that does not move picks up or returns at a cell within reach. As in the authors' program
/// the shelf that is picked up at cell c is shelf c, wherever that stands.
/// </summary>
/// <param name="rows">x, y and shelf of each cell; owned by the scenario.</param>
/// <param name="carried">Each robot's shelf; owned by the scenario.</param>
/// <param name="poses">The robots'.</param>
internal sealed class ShelfCells(double[] rows, double[] carried, Poses poses)
{
    /// <summary>Numbers per cell.</summary>
    public const int Size = 3;

    /// <summary>No shelf.</summary>
    public const double None = -1d;

    private const double Reach = 0.2;
    private const int NoCell = -1;

    private readonly bool[] _waits = new bool[carried.Length];
    private readonly double[] _carriedBefore = new double[carried.Length];
    private readonly double[] _shelvesBefore = new double[rows.Length / Size];

    /// <summary>x, y and shelf of each cell.</summary>
    public ReadOnlySpan<double> Rows => rows;

    private int Count => _shelvesBefore.Length;

    /// <summary>The middle of cell <paramref name="cell"/>.</summary>
    public Vector2D Place(int cell) => new(rows[Size * cell], rows[(Size * cell) + 1]);

    /// <summary>What stands in cell <paramref name="cell"/>.</summary>
    public ref double Shelf(int cell) => ref rows[(Size * cell) + 2];

    /// <summary>Puts cell <paramref name="cell"/> somewhere, with the shelf of its number.</summary>
    public void Fill(int cell, double x, double y) => (rows[Size * cell], rows[(Size * cell) + 1], rows[(Size * cell) + 2]) = (x, y, cell);

    /// <summary>Whether a cell with a shelf has its middle nearer than <paramref name="distance"/>, m, along x and along y.</summary>
    public bool AnyShelfWithin(Vector2D point, double distance)
    {
        for (var c = 0; c < Count; c++)
        {
            var apart = point - Place(c);
            if (Shelf(c) >= 0d && Math.Abs(apart.X) < distance && Math.Abs(apart.Y) < distance)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes the state by which a step's changes are judged.</summary>
    /// <param name="actions">Read; one per robot; 0 stays.</param>
    public void Begin(ReadOnlySpan<int> actions)
    {
        carried.CopyTo(_carriedBefore, 0);
        for (var i = 0; i < _waits.Length; i++)
        {
            _waits[i] = actions[i] == 0;
        }

        for (var c = 0; c < Count; c++)
        {
            _shelvesBefore[c] = Shelf(c);
        }
    }

    /// <summary>Robots without a shelf pick up.</summary>
    public void PickUp()
    {
        for (var i = 0; i < carried.Length; i++)
        {
            var cell = FirstCell(i, loaded: false);
            carried[i] = cell == NoCell ? carried[i] : cell;
        }

        for (var c = 0; c < Count; c++)
        {
            Shelf(c) = carried.AsSpan().Contains(Shelf(c)) ? None : Shelf(c);
        }
    }

    /// <summary>Robots that had a shelf return it, if the cell was empty.</summary>
    public void Return()
    {
        for (var i = 0; i < carried.Length; i++)
        {
            var cell = FirstCell(i, loaded: true);
            if (cell != NoCell && _shelvesBefore[cell] < 0d)
            {
                Shelf(cell) = _carriedBefore[i];
            }
        }

        for (var i = 0; i < carried.Length; i++)
        {
            carried[i] = Stands(carried[i]) ? None : carried[i];
        }
    }

    // The first cell within the robot's reach that is in no reach of a robot before it; of robots that were loaded, or were not.
    private int FirstCell(int robot, bool loaded)
    {
        for (var c = 0; c < Count; c++)
        {
            if (Reaches(robot, c, loaded))
            {
                var first = 0;
                while (!Reaches(first, c, loaded))
                {
                    first++;
                }

                if (first == robot)
                {
                    return c;
                }
            }
        }

        return NoCell;
    }

    private bool Reaches(int robot, int cell, bool loaded) =>
        _waits[robot] && _carriedBefore[robot] >= 0d == loaded && (poses[robot].Position - Place(cell)).Length < Reach;

    private bool Stands(double shelf)
    {
        for (var c = 0; c < Count; c++)
        {
            if (Shelf(c) == shelf)
            {
                return true;
            }
        }

        return false;
    }
}
