using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>
/// Fast and strong robots carry material from two zones, in the middle and at the right, to the left. An action is a move and one of four messages
/// that all see at once; loads are seen a step later.
/// </summary>
internal sealed class MaterialTransport : MarblerScenario
{
    private const int Messages = 4;

    private readonly MaterialTransportOptions _rules;
    private readonly SpawnGrid _grid;
    private readonly double[] _load;
    private readonly double[] _middle;
    private readonly double[] _right;
    private readonly double[] _messages;

    /// <summary>The scenario; the robots that are not fast are strong.</summary>
    public MaterialTransport(MarblerOptions options, MaterialTransportOptions rules)
        : base(options)
    {
        _rules = rules;
        _grid = new SpawnGrid(Robots, options.StartDistance, rules.EndGoalWidth, options.Down - options.Up);
        (_load, _messages) = (State("load", Robots), State("messages", Math.Min(Messages, Robots)));
        (_middle, _right) = (State("zone1_load", 1), State("zone2_load", 1));
    }

    /// <inheritdoc/>
    public override int Choices => 5 * Messages;

    /// <inheritdoc/>
    public override int ObservationSize => 5 + _messages.Length + (_rules.CapabilityAware ? 2 : 0);

    /// <inheritdoc/>
    public override double ViolationReward => -6d;

    /// <inheritdoc/>
    public override bool IsDone => _middle[0] == 0d && _right[0] == 0d && !_load.AsSpan().ContainsAnyExcept(0d);

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        Spawn(_grid, random, Options.Left + (_rules.EndGoalWidth / 2d));
        Array.Clear(_load);
        Array.Clear(_messages);
        _middle[0] = Math.Truncate(_rules.Zone1Mean + (_rules.Zone1Spread * random.NextGaussian()));
        _right[0] = Math.Truncate(_rules.Zone2Mean + (_rules.Zone2Spread * random.NextGaussian()));
    }

    /// <inheritdoc/>
    public override void Sense(ReadOnlySpan<int> actions)
    {
        for (var i = 0; i < _messages.Length; i++)
        {
            _messages[i] = actions[i] % Messages;
        }
    }

    /// <inheritdoc/>
    public override void Score(Span<double> rewards)
    {
        var reward = _rules.TimePenalty;
        for (var i = 0; i < Robots; i++)
        {
            if (_load[i] > 0d)
            {
                if (Poses.X[i] < _rules.EndGoalWidth - ZoneWall)
                {
                    reward += _load[i] * _rules.UnloadMultiplier;
                    _load[i] = 0d;
                }
            }
            else if (Poses.X[i] > ZoneWall - _rules.EndGoalWidth)
            {
                reward += Load(i, ref _right[0]);
            }
            else if (Distance(i, default) <= _rules.Zone1Radius)
            {
                reward += Load(i, ref _middle[0]);
            }
        }

        rewards.Fill(reward);
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        row.Add(Poses[robot].Position);
        row.Add(_load[robot]);
        row.Add(_middle[0]);
        row.Add(_right[0]);
        row.Add(_messages);
        if (_rules.CapabilityAware)
        {
            row.Add(Torque(robot));
            row.Add(StepLength(robot));
        }
    }

    /// <inheritdoc/>
    public override Role RoleOf(int robot) => robot < _rules.FastRobots ? Role.Robot : Role.Other;

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        DrawZone(scene, Role.Goal, right: false, _rules.EndGoalWidth, 0d, 2d);
        DrawZone(scene, Role.Load, right: true, _rules.EndGoalWidth, 0d, 2d, $"{_right[0]}");
        scene.Disc(Role.Load, 0d, 0d, _rules.Zone1Radius, label: $"{_middle[0]}");
        for (var i = 0; i < Robots; i++)
        {
            if (_load[i] > 0d)
            {
                DrawCarried(scene, i, $"{_load[i]}");
            }
        }
    }

    /// <inheritdoc/>
    protected override int MoveOf(int action) => action / Messages;

    /// <inheritdoc/>
    protected override double StepLength(int robot) => robot < _rules.FastRobots ? _rules.FastStep : _rules.SlowStep;

    private double Torque(int robot) => robot < _rules.FastRobots ? _rules.SmallTorque : _rules.LargeTorque;

    private double Load(int robot, ref double zone)
    {
        _load[robot] = Math.Min(Torque(robot), zone);
        zone -= _load[robot];
        return _load[robot] * _rules.LoadMultiplier;
    }
}
