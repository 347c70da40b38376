using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>Two drones look at the terrain around them for an ice and a water robot, which have to cross it to a block of four cells at the top.</summary>
internal sealed class ArcticTransport : MarblerScenario
{
    private const int IceRobot = 2;
    private const int WaterRobot = 3;

    // The other robot of the own kind, then the other kind.
    private static readonly int[][] Others = [[1, 2, 3], [0, 2, 3], [3, 0, 1], [2, 0, 1]];

    private readonly ArcticTransportOptions _rules;
    private readonly ArcticGrid _grid;
    private readonly double[] _reached;

    /// <summary>The scenario; for four robots.</summary>
    public ArcticTransport(MarblerOptions options, ArcticTransportOptions rules)
        : base(options)
    {
        if (Robots != Others.Length)
        {
            throw new ScenarioException($"agents: arctic transport is for {Others.Length}, not {Robots}");
        }

        _rules = rules;
        _grid = new ArcticGrid(State("grid", ArcticGrid.Rows * ArcticGrid.Columns));
        _reached = State("reached_goal", Robots);
    }

    /// <inheritdoc/>
    public override int ObservationSize => 30;

    /// <inheritdoc/>
    public override double ViolationReward => -30d;

    /// <inheritdoc/>
    public override bool IsDone => _reached[IceRobot] != 0d && _reached[WaterRobot] != 0d;

    // The lower edge's middle of the block of goal cells: the point that the authors call the goal's.
    private Vector2D Goal
    {
        get
        {
            var column = ArcticGrid.Columns - 1;
            while (column > 0 && _grid[0, column] != ArcticGrid.Goal)
            {
                column--;
            }

            return new Vector2D((column * ArcticGrid.Side) - 1.5, 0.5);
        }
    }

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        Array.Clear(_reached);
        Poses.Place(0, -0.3, -0.8, Math.PI / 2d);
        Poses.Place(1, 0.3, -0.8, Math.PI / 2d);
        Poses.Place(IceRobot, -0.9, -0.8, Math.PI / 2d);
        Poses.Place(WaterRobot, 0.9, -0.8, Math.PI / 2d);
        var goal = 1 + random.NextInt32(ArcticGrid.Columns - 1);
        for (var row = 0; row < ArcticGrid.Rows; row++)
        {
            for (var column = 0; column < ArcticGrid.Columns; column++)
            {
                var starts = row == ArcticGrid.Rows - 1 && column is > 0 and < ArcticGrid.Columns - 1;
                _grid[row, column] = row < 2 && (column == goal || column == goal - 1) ? ArcticGrid.Goal
                    : starts ? ArcticGrid.Normal
                    : random.NextInt32(ArcticGrid.Goal);
            }
        }
    }

    /// <inheritdoc/>
    public override void Sense(ReadOnlySpan<int> actions)
    {
        for (var i = 0; i < Robots; i++)
        {
            _reached[i] = Terrain(i) == ArcticGrid.Goal ? 1d : _reached[i];
        }
    }

    /// <inheritdoc/>
    public override void Score(Span<double> rewards)
    {
        var reward = 0d;
        for (var i = IceRobot; i < Robots; i++)
        {
            var distance = Distance(i, Goal);
            reward += _reached[i] == 0d ? _rules.NotReachedPenalty : 0d;
            reward += Terrain(i) != ArcticGrid.Goal ? _rules.DistanceMultiplier * distance * distance : 0d;
        }

        rewards.Fill(reward);
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        ObserveOne(robot, ref row);
        foreach (var other in Others[robot])
        {
            ObserveOne(other, ref row);
        }

        row.Add(Goal);
        ObserveAround(0, ref row);
        ObserveAround(1, ref row);
    }

    /// <inheritdoc/>
    public override Role RoleOf(int robot) => robot < IceRobot ? Role.Other : Role.Robot;

    /// <inheritdoc/>
    public override string LabelOf(int robot) => ArcticGrid.NameOf(robot == IceRobot ? ArcticGrid.Ice : robot == WaterRobot ? ArcticGrid.Water : 0);

    /// <inheritdoc/>
    public override void Draw(Scene scene) => _grid.Draw(scene);

    /// <inheritdoc/>
    protected override double StepLength(int robot) => (robot, (int)Terrain(robot)) switch
    {
        ( < IceRobot, _) or (IceRobot, ArcticGrid.Ice) or (WaterRobot, ArcticGrid.Water) => _rules.FastStep,
        (_, ArcticGrid.Normal or ArcticGrid.Goal) => _rules.NormalStep,
        _ => _rules.SlowStep,
    };

    private double Terrain(int robot) => _grid.At(Poses[robot].Position);

    private void ObserveOne(int robot, ref RowWriter row)
    {
        row.Add(Poses[robot].Position);
        row.Add(Terrain(robot));
    }

    // Column by column, without the middle; beside the grid its nearest cell is seen.
    private void ObserveAround(int drone, ref RowWriter row)
    {
        var (cellRow, cellColumn) = ArcticGrid.Cell(Poses[drone].Position);
        for (var c = -1; c <= 1; c++)
        {
            for (var r = -1; r <= 1; r++)
            {
                if (r != 0 || c != 0)
                {
                    row.Add(_grid[Math.Clamp(cellRow + r, 0, ArcticGrid.Rows - 1), Math.Clamp(cellColumn + c, 0, ArcticGrid.Columns - 1)]);
                }
            }
        }
    }
}
