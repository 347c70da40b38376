using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>Two drones look at the terrain around them for an ice and a water robot, which have to cross it to the row at the top.</summary>
internal sealed class ArcticTransport : JaxRobotariumScenario
{
    private const int Drones = 2;
    private const double GoalLine = 0.75;
    private const double Beside = -1d;

    private readonly ArcticTransportOptions _rules;
    private readonly ArcticGrid _grid;
    private readonly double[] _cells;
    private readonly double[] _success;

    /// <summary>The scenario; the capabilities are one-hot classes: drone, ice, water. Made for four robots, of which the first two are drones.</summary>
    public ArcticTransport(JaxRobotariumOptions options, Capabilities classes, ArcticTransportOptions rules)
        : base(options, 0, classes)
    {
        if (Robots != 4)
        {
            throw new ScenarioException($"agents: arctic transport is for 4, not {Robots}");
        }

        _rules = rules;
        _cells = State("grid", ArcticGrid.Rows * ArcticGrid.Columns);
        _grid = new ArcticGrid(_cells);
        _success = Figure("success_rate");
    }

    /// <inheritdoc/>
    public override int ObservationSize => (3 * Robots) + 1 + (9 * Drones) + CapabilitiesSeen;

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        ResetCapabilities();
        Poses.Place(0, -0.3, -0.8, 0d);
        Poses.Place(1, 0.3, -0.8, 0d);
        Poses.Place(2, -0.9, -0.8, 0d);
        Poses.Place(3, 0.9, -0.8, 0d);
        for (var row = 0; row < ArcticGrid.Rows; row++)
        {
            for (var column = 0; column < ArcticGrid.Columns; column++)
            {
                _grid[row, column] = row == 0 ? ArcticGrid.Goal : row == ArcticGrid.Rows - 1 ? ArcticGrid.Normal : random.NextInt32(3);
            }
        }
    }

    /// <inheritdoc/>
    public override void Update(ReadOnlySpan<int> actions, Span<double> rewards)
    {
        var (missing, reached) = (0d, true);
        for (var i = Drones; i < Robots; i++)
        {
            var beyond = Poses.Y[i] - GoalLine;
            missing += Math.Min(beyond, 0d);
            reached &= beyond > 0d;
        }

        _success[0] = reached ? 1d : 0d;
        rewards.Fill((Math.Abs(missing) * _rules.DistanceShaping) + (reached ? 0d : _rules.TimeShaping));
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        ObservePoses(robot, ref row);
        row.Add(_grid.At(Poses[robot].Position));
        for (var drone = 0; drone < Drones; drone++)
        {
            var (cellRow, cellColumn) = ArcticGrid.Cell(Poses[drone].Position);
            for (var r = cellRow - 1; r <= cellRow + 1; r++)
            {
                for (var c = cellColumn - 1; c <= cellColumn + 1; c++)
                {
                    row.Add(r is >= 0 and < ArcticGrid.Rows && c is >= 0 and < ArcticGrid.Columns ? _grid[r, c] : Beside);
                }
            }
        }

        ObserveCapabilities(robot, ref row);
    }

    /// <inheritdoc/>
    public override Role RoleOf(int robot) => ClassOf(robot) == 0 ? Role.Other : Role.Robot;

    /// <inheritdoc/>
    public override string LabelOf(int robot) => ArcticGrid.NameOf(ClassOf(robot));

    /// <inheritdoc/>
    public override void Draw(Scene scene) => _grid.Draw(scene);

    /// <inheritdoc/>
    protected override double StepLength(int robot)
    {
        var (kind, terrain) = (ClassOf(robot), (int)_grid.At(Poses[robot].Position));
        return kind == 0 || terrain is ArcticGrid.Normal or ArcticGrid.Goal ? 0.2 : kind == terrain ? 0.3 : 0.1;
    }

    private int ClassOf(int robot)
    {
        var best = 0;
        for (var k = 1; k < Capabilities!.Size; k++)
        {
            best = Capability(robot, k) > Capability(robot, best) ? k : best;
        }

        return best;
    }
}

/// <summary>What arctic transport pays.</summary>
/// <param name="DistanceShaping">Per metre that the ice and the water robot together lack.</param>
/// <param name="TimeShaping">Per step until both have arrived.</param>
internal sealed record ArcticTransportOptions(double DistanceShaping = -0.05, double TimeShaping = -0.1);
