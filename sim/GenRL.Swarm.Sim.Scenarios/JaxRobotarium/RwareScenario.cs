using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>Robots fetch requested shelves from two rows of cells to the right and return them to empty cells.</summary>
internal sealed class RwareScenario : JaxRobotariumScenario
{
    private const double HalfCell = 0.125;
    private const int Probes = 5;

    private readonly RwareOptions _rules;
    private readonly RandomRequests _draws = new();
    private readonly ShelfCells _cells;
    private readonly double[] _carried;
    private readonly double[] _requests;
    private readonly double[] _deliveries;
    private readonly double[] _total;

    /// <summary>The scenario.</summary>
    public RwareScenario(JaxRobotariumOptions options, RwareOptions rules)
        : base(options, rules.Cells)
    {
        if (rules.Cells % 2 != 0 || rules.Cells < options.Robots)
        {
            throw new ScenarioException($"cells: {rules.Cells} is odd, or fewer than the {options.Robots} robots");
        }

        _rules = rules;
        (_deliveries, _carried) = (State("zone1_load", 1), State("payload", Robots));
        _cells = new ShelfCells(State("grid", ShelfCells.Size * rules.Cells), _carried, Poses);
        _requests = State("request", Robots);
        _total = Figure("total_deliveries");
        Requests = _draws;
    }

    /// <summary>Where new requests come from.</summary>
    public IRequestSource Requests { get; set; }

    /// <inheritdoc/>
    public override int ObservationSize => (3 * Robots) + 1 + (ShelfCells.Size * _rules.Cells) + Robots;

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        _draws.Restart(random);
        for (var i = 0; i < Robots; i++)
        {
            Poses.Place(i, -ZoneEdge + (Robots == 1 ? 0d : i * (2d * ZoneEdge / (Robots - 1))), -0.75, Math.PI / 2d);
        }

        var columns = _rules.Cells / 2;
        for (var c = 0; c < _rules.Cells; c++)
        {
            var x = -ZoneEdge + (columns == 1 ? 0d : c % columns * ((ZoneEdge + ZoneEdge - ZoneWidth) / (columns - 1)));
            _cells.Fill(c, x, c < columns ? 0.25 : -0.25);
            (Landmark(c)[0], Landmark(c)[1], Landmark(c)[2]) = (_cells.Place(c).X, _cells.Place(c).Y, 0d);
        }

        _deliveries[0] = 0d;
        _carried.AsSpan().Fill(ShelfCells.None);
        _requests.AsSpan().Fill(ShelfCells.None);
        _draws.Fill(_requests, _rules.Cells);
    }

    /// <summary>A robot with a shelf stays where it is if its way leads over a cell that holds one.</summary>
    public override Vector2D Waypoint(int robot, int action)
    {
        var (from, to) = (Poses[robot].Position, base.Waypoint(robot, action));
        for (var p = 0; p < Probes && _carried[robot] >= 0d; p++)
        {
            var probe = p == Probes - 1 ? to : from + ((double)p / (Probes - 1) * (to - from));
            if (_cells.AnyShelfWithin(probe, HalfCell))
            {
                return from;
            }
        }

        return to;
    }

    /// <inheritdoc/>
    public override void Update(ReadOnlySpan<int> actions, Span<double> rewards)
    {
        _cells.Begin(actions);
        var delivered = 0;
        for (var r = 0; r < Robots; r++)
        {
            if (IsDelivered(_requests[r]))
            {
                delivered++;
                _requests[r] = ShelfCells.None;
            }
        }

        Requests.Fill(_requests, _rules.Cells);
        _cells.PickUp();
        _cells.Return();
        _deliveries[0] += delivered;
        _total[0] = _deliveries[0];
        rewards.Fill(delivered * _rules.DropOffShaping);
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        ObservePoses(robot, ref row);
        row.Add(_carried[robot]);
        row.Add(_cells.Rows);
        row.Add(_requests);
    }

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        DrawZone(scene, Role.Goal, 1.35, 0d, 2d);
        for (var c = 0; c < _rules.Cells; c++)
        {
            scene.Box(Role.Obstacle, _cells.Place(c).X, _cells.Place(c).Y, 2d * HalfCell, 2d * HalfCell);
            DrawShelf(scene, _cells.Place(c), _cells.Shelf(c));
        }

        for (var i = 0; i < Robots; i++)
        {
            DrawShelf(scene, Poses[i].Position, _carried[i]);
        }
    }

    private void DrawShelf(Scene scene, Vector2D place, double shelf)
    {
        if (shelf >= 0d)
        {
            scene.Box(_requests.AsSpan().Contains(shelf) ? Role.Plan : Role.Load, place.X, place.Y, 0.15, 0.15, label: $"{shelf}");
        }
    }

    private bool IsDelivered(double shelf)
    {
        for (var i = 0; i < Robots; i++)
        {
            if (_carried[i] == shelf && Poses.X[i] > ZoneEdge)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>How large the warehouse is, and what it pays.</summary>
/// <param name="Cells">In two rows; an even number, at least as many as robots.</param>
/// <param name="DropOffShaping">Per requested shelf that is delivered.</param>
internal sealed record RwareOptions(int Cells = 6, double DropOffShaping = 1d);
