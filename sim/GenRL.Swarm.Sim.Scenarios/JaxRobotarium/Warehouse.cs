using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>Green and red robots carry loads from their zone at the right to their zone at the left, which is on the other side of the x axis.</summary>
internal sealed class Warehouse : JaxRobotariumScenario
{
    private const int Green = 0;
    private const int Red = 1;

    private readonly WarehouseOptions _rules;
    private readonly SpawnGrid _grid;
    private readonly double[] _green;
    private readonly double[] _red;
    private readonly double[] _carries;
    private readonly double[] _deliveries;

    /// <summary>The scenario; capability 0 is 1 for green robots, 1 for red ones.</summary>
    public Warehouse(JaxRobotariumOptions options, Capabilities colours, WarehouseOptions rules)
        : base(options, 0, colours)
    {
        _rules = rules;
        _grid = new SpawnGrid(Robots, 0.5, SpawnWidth, SpawnHeight);
        (_green, _red, _carries) = (State("zone1_load", 1), State("zone2_load", 1), State("payload", Robots));
        _deliveries = Figure("deliveries_made");
    }

    /// <inheritdoc/>
    public override int ObservationSize => (3 * Robots) + CapabilitiesSeen;

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        Spawn(_grid, random);
        ResetCapabilities();
        (_green[0], _red[0]) = (0d, 0d);
        Array.Clear(_carries);
    }

    /// <inheritdoc/>
    public override void Update(ReadOnlySpan<int> actions, Span<double> rewards)
    {
        var (loaded, delivered) = (0d, 0d);
        for (var i = 0; i < Robots; i++)
        {
            var (x, y) = (Poses.X[i], Poses.Y[i]);
            var upper = y > 0d ? 1d : 0d;
            var lower = y < 0d ? 1d : 0d;
            if (_carries[i] != 0d)
            {
                var green = x < -ZoneEdge ? upper * Capability(i, Green) : 0d;
                var red = x < -ZoneEdge ? lower * Capability(i, Red) : 0d;
                _green[0] += green;
                _red[0] += red;
                delivered += green + red;
                _carries[i] = green + red > 0d ? 0d : 1d;
            }
            else if (x > ZoneEdge)
            {
                var loads = (lower * Capability(i, Green)) + (upper * Capability(i, Red));
                loaded += loads;
                _carries[i] = loads > 0d ? 1d : 0d;
            }
        }

        rewards.Fill((loaded * _rules.LoadShaping) + (delivered * _rules.DropOffShaping));
        _deliveries[0] = _green[0] + _red[0];
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        ObservePoses(robot, ref row);
        ObserveCapabilities(robot, ref row);
    }

    /// <inheritdoc/>
    public override Role RoleOf(int robot) => Capability(robot, Green) > 0d ? Role.Robot : Role.Other;

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        DrawZone(scene, Role.Goal, -1.35, 0.5, 1d, "green");
        DrawZone(scene, Role.Goal, -1.35, -0.5, 1d, "red");
        DrawZone(scene, Role.Load, 1.35, 0.5, 1d, "red");
        DrawZone(scene, Role.Load, 1.35, -0.5, 1d, "green");
        for (var i = 0; i < Robots; i++)
        {
            if (_carries[i] != 0d)
            {
                DrawCarried(scene, i);
            }
        }
    }
}

/// <summary>What the warehouse pays.</summary>
/// <param name="LoadShaping">Per robot that loads.</param>
/// <param name="DropOffShaping">Per robot that delivers.</param>
internal sealed record WarehouseOptions(double LoadShaping = 1d, double DropOffShaping = 3d);
