using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>
/// Green and red robots carry loads from their zone at the right to their zone at the left, which is on the other side of the x axis; each is paid
/// for itself. What a robot carries is seen a step later.
/// </summary>
internal sealed class Warehouse : MarblerScenario
{
    private const double Green = 0d;
    private const double Red = 1d;

    private readonly WarehouseOptions _rules;
    private readonly SpawnGrid _grid;
    private readonly NearestRobots _neighbours;
    private readonly double[] _loaded;
    private readonly double[] _colours;

    /// <summary>The scenario; robots of even number are green.</summary>
    public Warehouse(MarblerOptions options, WarehouseOptions rules)
        : base(options)
    {
        _rules = rules;
        _grid = new SpawnGrid(Robots, options.StartDistance, options.Right - options.Left, options.Down - options.Up);
        _neighbours = new NearestRobots(Poses, rules.Neighbours);
        (_loaded, _colours) = (State("loaded", Robots), State("goal", Robots));
        for (var i = 0; i < Robots; i++)
        {
            _colours[i] = i % 2 == 0 ? Green : Red;
        }
    }

    /// <inheritdoc/>
    public override int ObservationSize => 3 * (1 + _neighbours.Count);

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        Array.Clear(_loaded);
        _grid.Draw(random);
        var (x, y) = ((Options.Left + Options.Right) / 2d, -(Options.Up + Options.Down) / 2d);
        for (var i = 0; i < Robots; i++)
        {
            Poses.Place(i, _grid[i].X + x, _grid[i].Y + y, random.NextSingle(-MathF.PI, MathF.PI));
        }
    }

    /// <inheritdoc/>
    public override void Score(Span<double> rewards)
    {
        for (var i = 0; i < Robots; i++)
        {
            rewards[i] = 0d;
            var (x, upper, green) = (Poses.X[i], Poses.Y[i] > 0d, _colours[i] == Green);
            if (_loaded[i] != 0d && x < _rules.GoalWidth - ZoneWall && upper == green)
            {
                (rewards[i], _loaded[i]) = (_rules.UnloadReward, 0d);
            }
            else if (_loaded[i] == 0d && x > ZoneWall - _rules.GoalWidth && upper != green)
            {
                (rewards[i], _loaded[i]) = (_rules.LoadReward, 1d);
            }
        }
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        ObserveOne(robot, ref row);
        foreach (var neighbour in _neighbours.Of(robot))
        {
            ObserveOne(neighbour, ref row);
        }
    }

    /// <inheritdoc/>
    public override Role RoleOf(int robot) => _colours[robot] == Green ? Role.Robot : Role.Other;

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        DrawZone(scene, Role.Goal, right: false, _rules.GoalWidth, 0.5, 1d, "green");
        DrawZone(scene, Role.Goal, right: false, _rules.GoalWidth, -0.5, 1d, "red");
        DrawZone(scene, Role.Load, right: true, _rules.GoalWidth, 0.5, 1d, "red");
        DrawZone(scene, Role.Load, right: true, _rules.GoalWidth, -0.5, 1d, "green");
        for (var i = 0; i < Robots; i++)
        {
            if (_loaded[i] != 0d)
            {
                DrawCarried(scene, i);
            }
        }
    }

    private void ObserveOne(int robot, ref RowWriter row)
    {
        row.Add(Poses[robot].Position);
        row.Add(_loaded[robot]);
    }
}

/// <summary>How wide the zones are, and what is paid.</summary>
/// <param name="Neighbours">Robots whose observation a robot sees with its own.</param>
/// <param name="GoalWidth">From x = +-1.5, m.</param>
/// <param name="LoadReward">For a load taken.</param>
/// <param name="UnloadReward">For a load delivered.</param>
internal sealed record WarehouseOptions(int Neighbours = 5, double GoalWidth = 0.5, double LoadReward = 1d, double UnloadReward = 3d);
