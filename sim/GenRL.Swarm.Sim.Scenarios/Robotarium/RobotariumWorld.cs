using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>
/// The Robotarium: robots drive to goals of their own; a step is one of the simulator's, 0.033 s. Commands -> certificate -> limits -> motion ->
/// sensors, all in float64. An agent is rewarded with the metres by which it came nearer to its goal. It sees its pose (x, y in m, heading in rad),
/// in version 2.0 its sensors' readings (<see cref="SensorSuite"/>), and its goal (x, y in m).
/// </summary>
public sealed class RobotariumWorld : IWorld
{
    private const double Spacing = 0.5;

    // Starts and goals stay so far from the arena's sides, as upstream's do.
    private const double SideMargin = 0.225;
    private const double EndMargin = 0.125;

    // From so many on, lists of neighbours pay.
    private const int ManyRobots = 24;

    private readonly RobotariumOptions _options;
    private readonly Platform _platform;
    private readonly PositionController _controller;
    private readonly Arena _arena;
    private readonly BarrierCertificate? _certificate;
    private readonly SensorSuite? _sensors;
    private readonly Neighbours? _neighbours;
    private readonly Segment[] _obstacles;
    private readonly Poses _poses;
    private readonly Twist[] _commands;
    private readonly Twist[] _applied;
    private readonly Vector2D[] _points;
    private readonly Vector2D[] _goals;
    private readonly double[] _toGo;
    private RandomStream? _random;
    private int _step;

    /// <summary>A world.</summary>
    /// <exception cref="ScenarioException">An option is out of its range; the message names it.</exception>
    public RobotariumWorld(RobotariumOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RobotariumChoices.Check(options);
        var robots = options.Robots;
        _options = options;
        _arena = Arena.ForRobots(robots);
        (_platform, _controller) = options.Generation == RobotariumGeneration.V2
            ? (Platform.V2, PositionController.V2)
            : (Platform.Legacy, PositionController.Legacy);
        _certificate = RobotariumChoices.Certificate(options, _arena) is { } certificate ? new BarrierCertificate(certificate, robots) : null;
        _sensors = options.Generation == RobotariumGeneration.V2 ? new SensorSuite(_platform, robots, options.Ranges) : null;
        _neighbours = robots < ManyRobots ? null : new Neighbours(robots, Reach);
        _obstacles = [.. options.Obstacles];
        (_poses, Counters) = (new Poses(robots), new SafetyCounters(robots));
        (_commands, _applied) = (new Twist[robots], new Twist[robots]);
        (_points, _goals, _toGo) = (new Vector2D[robots], new Vector2D[robots], new double[robots]);
        Actions = [.. Enumerable.Repeat(ActionSpace.Continuous(2, -1f, 1f), robots)];
        ObservationSizes = [.. Enumerable.Repeat(5 + (_sensors is null ? 0 : SensorSuite.Readings), robots)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ActionSpace> Actions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> ObservationSizes { get; }

    /// <summary>What the certificate's programs came to since the world was made; all zero without certificate.</summary>
    public CertificateTally CertificateTally => _certificate?.Tally ?? default;

    /// <summary>What of this episode the testbed would not have let pass.</summary>
    internal SafetyCounters Counters { get; }

    // Within what distance robots matter to each other, m.
    private double Reach => Math.Max(
        SafetyCounters.Reach, Math.Max(_certificate?.PairReach ?? 0d, _sensors is not null && _options.Ranges ? RangeSensors.Reach : 0d));

    /// <summary>Where the robots stand.</summary>
    internal Poses Poses => _poses;

    /// <inheritdoc/>
    public void Reset(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        _random = random;
        _step = 0;
        Counters.Clear();
        var within = new Arena(_arena.HalfLength - SideMargin, _arena.HalfWidth - EndMargin);
        Placement.Draw(random, within, Spacing, _points);
        Placement.Draw(random, within, Spacing, _goals);
        for (var i = 0; i < _poses.Count; i++)
        {
            _poses.Place(i, _points[i].X, _points[i].Y, Math.PI * ((2d * random.NextSingle()) - 1d));
            _toGo[i] = (_goals[i] - _points[i]).Length;
        }

        _neighbours?.Forget();
        _neighbours?.Refresh(_poses);
        _sensors?.Start(_poses, _obstacles, random, _neighbours);
    }

    /// <inheritdoc/>
    public EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards)
    {
        for (var i = 0; i < _commands.Length; i++)
        {
            _commands[i] = Command(i, actions[2 * i], actions[(2 * i) + 1]);
        }

        _certificate?.Certify(_poses, _commands, _commands, _neighbours);
        for (var i = 0; i < _commands.Length; i++)
        {
            _applied[i] = _platform.Saturate(_commands[i]);
        }

        Counters.Count(_platform, _arena, _poses, _options.Generation == RobotariumGeneration.V2 ? _commands : _applied, _neighbours);
        UnicycleDynamics.Step(_poses, _applied);
        _neighbours?.Refresh(_poses);
        _sensors?.Sense(_poses, _applied, _obstacles, _random!, _neighbours);
        for (var i = 0; i < _toGo.Length; i++)
        {
            var toGo = (_goals[i] - new Vector2D(_poses.X[i], _poses.Y[i])).Length;
            rewards[i] = (float)(_toGo[i] - toGo);
            _toGo[i] = toGo;
        }

        return ++_step >= _options.Steps ? EpisodeEnd.Truncated : EpisodeEnd.None;
    }

    /// <inheritdoc/>
    public void Observe(Span<float> observations)
    {
        var size = ObservationSizes[0];
        for (var i = 0; i < _goals.Length; i++)
        {
            var own = observations.Slice(i * size, size);
            (own[0], own[1], own[2]) = ((float)_poses.X[i], (float)_poses.Y[i], (float)_poses.Heading[i]);
            _sensors?.Of(i).CopyTo(own[3..]);
            (own[^2], own[^1]) = ((float)_goals[i].X, (float)_goals[i].Y);
        }
    }

    /// <inheritdoc/>
    public void Move(ref Snapshot snapshot)
    {
        _poses.Move(ref snapshot);
        if (snapshot.Restores)
        {
            _neighbours?.Forget();
            _neighbours?.Refresh(_poses);
        }

        snapshot.Move(_goals.AsSpan());
        snapshot.Move(_toGo.AsSpan());
        snapshot.Move(ref _step);
        _sensors?.Move(ref snapshot);
    }

    /// <inheritdoc/>
    public void Draw(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        scene.Box(Role.Floor, 0d, 0d, 2d * _arena.HalfLength, 2d * _arena.HalfWidth);
        foreach (var wall in _obstacles)
        {
            scene.Segment(Role.Obstacle, wall.X, wall.Y, wall.ToX, wall.ToY);
        }

        for (var i = 0; i < _goals.Length; i++)
        {
            scene.Disc(Role.Goal, _goals[i].X, _goals[i].Y, Platform.RobotDiameter / 4d, double.NaN, $"{i}");
            _sensors?.Draw(scene, _poses[i], i);
        }

        for (var i = 0; i < _goals.Length; i++)
        {
            scene.Disc(Role.Robot, _poses.X[i], _poses.Y[i], Platform.RobotDiameter / 2d, _poses.Heading[i], $"{i}");
        }
    }

    // Numbers that are none, or beyond their range, do not reach the certificate.
    private static double Within(float action) => action is >= -1f and <= 1f ? action : float.IsNaN(action) ? 0d : Math.Sign(action);

    private Twist Command(int robot, float first, float second)
    {
        if (_options.Action == RobotariumAction.Velocity)
        {
            return new Twist(Platform.MaxSpeed * Within(first), Platform.MaxTurn * Within(second));
        }

        var pose = _poses[robot];
        var velocity = _controller.Control(pose.Position, new Vector2D(_arena.HalfLength * Within(first), _arena.HalfWidth * Within(second)));
        return _options.Generation == RobotariumGeneration.V2 ? UnicycleMaps.Steer(pose, velocity) : UnicycleMaps.SteerLegacy(pose, velocity);
    }
}
