using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>Robots of different speed and capacity carry material from two zones, in the middle and at the right, to the left.</summary>
internal sealed class MaterialTransport : JaxRobotariumScenario
{
    private const double Radius = 0.35;

    private readonly MaterialTransportOptions _rules;
    private readonly SpawnGrid _grid;
    private readonly double[] _middle;
    private readonly double[] _right;
    private readonly double[] _carries;
    private readonly double[] _success;
    private readonly double[] _remaining;

    /// <summary>The scenario; capability 0 is the step's length, m, 1 the capacity.</summary>
    public MaterialTransport(JaxRobotariumOptions options, Capabilities stepsAndCapacities, MaterialTransportOptions rules)
        : base(options, 0, stepsAndCapacities)
    {
        _rules = rules;
        _grid = new SpawnGrid(Robots, 0.3, SpawnWidth / 4d, SpawnHeight);
        (_middle, _right, _carries) = (State("zone1_load", 1), State("zone2_load", 1), State("payload", Robots));
        (_success, _remaining) = (Figure("success_rate"), Figure("material_remaining"));
    }

    /// <inheritdoc/>
    public override int ObservationSize => (3 * Robots) + 2 + CapabilitiesSeen;

    private double Material => _middle[0] + _right[0];

    private bool IsDone => Material == 0d && !_carries.AsSpan().ContainsAnyExcept(0d);

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        Spawn(_grid, random);
        ResetCapabilities();
        _middle[0] = _rules.Zone1Mean + (_rules.Zone1Spread * random.NextGaussian());
        _right[0] = _rules.Zone2Mean + (_rules.Zone2Spread * random.NextGaussian());
        Array.Clear(_carries);
    }

    /// <inheritdoc/>
    public override void Update(ReadOnlySpan<int> actions, Span<double> rewards)
    {
        var (wasDone, loading, dropping, fromMiddle, fromRight) = (IsDone, 0, 0, 0d, 0d);
        for (var i = 0; i < Robots; i++)
        {
            if (_carries[i] != 0d)
            {
                var drops = Poses.X[i] < -ZoneEdge;
                dropping += drops ? 1 : 0;
                _carries[i] = drops ? 0d : 1d;
            }
            else if (_middle[0] > 0d && Distance(i, default) < Radius)
            {
                (_carries[i], loading, fromMiddle) = (1d, loading + 1, fromMiddle + Capability(i, 1));
            }
            else if (_right[0] > 0d && Poses.X[i] > ZoneEdge)
            {
                (_carries[i], loading, fromRight) = (1d, loading + 1, fromRight + Capability(i, 1));
            }
        }

        _middle[0] = Math.Max(_middle[0] - fromMiddle, 0d);
        _right[0] = Math.Max(_right[0] - fromRight, 0d);
        rewards.Fill((loading * _rules.LoadShaping) + (dropping * _rules.DropOffShaping) + (wasDone ? 0d : _rules.TimeShaping));
        (_success[0], _remaining[0]) = (IsDone ? 1d : 0d, Material);
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        ObservePoses(robot, ref row);
        row.Add(_middle[0]);
        row.Add(_right[0]);
        ObserveCapabilities(robot, ref row);
    }

    /// <inheritdoc/>
    public override Role RoleOf(int robot) => Capability(robot, 1) > Capability(0, 1) ? Role.Other : Role.Robot;

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        DrawZone(scene, Role.Goal, -1.35, 0d, 2d);
        DrawZone(scene, Role.Load, 1.35, 0d, 2d, $"{_right[0]:F0}");
        scene.Disc(Role.Load, 0d, 0d, Radius, label: $"{_middle[0]:F0}");
        for (var i = 0; i < Robots; i++)
        {
            if (_carries[i] != 0d)
            {
                DrawCarried(scene, i);
            }
        }
    }

    /// <inheritdoc/>
    protected override double StepLength(int robot) => Capability(robot, 0);
}

/// <summary>How much material there is, and what it pays.</summary>
/// <param name="Zone1Mean">Of the middle's load.</param>
/// <param name="Zone1Spread">Its standard deviation.</param>
/// <param name="Zone2Mean">Of the right's load.</param>
/// <param name="Zone2Spread">Its standard deviation.</param>
/// <param name="LoadShaping">Per robot that loads.</param>
/// <param name="DropOffShaping">Per robot that drops.</param>
/// <param name="TimeShaping">Per step until all is done.</param>
internal sealed record MaterialTransportOptions(
    double Zone1Mean = 75d,
    double Zone1Spread = 10d,
    double Zone2Mean = 15d,
    double Zone2Spread = 4d,
    double LoadShaping = 0.25,
    double DropOffShaping = 0.75,
    double TimeShaping = -0.1);
