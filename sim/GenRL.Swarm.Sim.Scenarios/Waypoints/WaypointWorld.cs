using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.Waypoints;

/// <summary>A world of a <see cref="WaypointScenario"/>, in float64; what its family's step does is its heir's.</summary>
internal abstract class WaypointWorld : IWorld
{
    private readonly WaypointScenario _scenario;
    private readonly int[] _actions;
    private int _steps;

    /// <summary>A world that is to be reset or loaded before it is stepped.</summary>
    protected WaypointWorld(WaypointScenario scenario)
    {
        _scenario = scenario;
        _actions = new int[scenario.Robots];
        Commands = new Twist[scenario.Robots];
        Waypoints = new Vector2D[scenario.Robots];
        Observations = new double[scenario.Robots * scenario.ObservationSize];
        Rewards = new double[scenario.Robots];
        Actions = [.. Enumerable.Repeat(ActionSpace.Discrete(scenario.Choices), scenario.Robots)];
        ObservationSizes = [.. Enumerable.Repeat(scenario.ObservationSize, scenario.Robots)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ActionSpace> Actions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<int> ObservationSizes { get; }

    /// <summary>The last step's, one per robot.</summary>
    public double[] Rewards { get; }

    /// <summary>What the robots saw at the end of the last step, robot by robot.</summary>
    public double[] Observations { get; }

    /// <summary>Steps taken in this episode.</summary>
    public int Steps
    {
        get => _steps;
        set => _steps = value;
    }

    /// <summary>What the robots do.</summary>
    protected Twist[] Commands { get; }

    /// <summary>Where the robots are sent.</summary>
    protected Vector2D[] Waypoints { get; }

    /// <summary>One step in float64.</summary>
    /// <param name="actions">Read; one per robot.</param>
    public abstract EpisodeEnd Advance(ReadOnlySpan<int> actions);

    /// <inheritdoc/>
    public void Reset(RandomStream random)
    {
        _steps = 0;
        Array.Clear(Rewards);
        _scenario.Reset(random);
        Begin();
        Observe();
    }

    /// <inheritdoc/>
    public EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards)
    {
        for (var i = 0; i < _actions.Length; i++)
        {
            _actions[i] = Math.Clamp((int)actions[i], 0, _scenario.Choices - 1);
        }

        var end = Advance(_actions);
        for (var i = 0; i < rewards.Length; i++)
        {
            rewards[i] = (float)Rewards[i];
        }

        return end;
    }

    /// <inheritdoc/>
    public void Observe(Span<float> observations)
    {
        for (var i = 0; i < observations.Length; i++)
        {
            observations[i] = (float)Observations[i];
        }
    }

    /// <inheritdoc/>
    public virtual void Move(ref Snapshot snapshot)
    {
        snapshot.Move(ref _steps);
        snapshot.Move<double>(_scenario.Poses.X);
        snapshot.Move<double>(_scenario.Poses.Y);
        snapshot.Move<double>(_scenario.Poses.Heading);
        snapshot.Move<double>(_scenario.Poses.Cos);
        snapshot.Move<double>(_scenario.Poses.Sin);
        for (var i = 0; i < _scenario.Fields.Count; i++)
        {
            snapshot.Move<double>(_scenario.Fields[i].Values);
        }
    }

    /// <inheritdoc/>
    public void Draw(Scene scene)
    {
        scene.Box(Role.Floor, 0d, 0d, 2d * Arena.Testbed.HalfLength, 2d * Arena.Testbed.HalfWidth);
        _scenario.Draw(scene);
        for (var i = 0; i < _scenario.Robots; i++)
        {
            var pose = _scenario.Poses[i];
            scene.Disc(_scenario.RoleOf(i), pose.X, pose.Y, Platform.RobotDiameter / 2d, pose.Heading, _scenario.LabelOf(i));
        }
    }

    /// <summary>Writes <see cref="Observations"/>.</summary>
    public void Observe()
    {
        for (var i = 0; i < _scenario.Robots; i++)
        {
            var row = new RowWriter(Observations.AsSpan(i * _scenario.ObservationSize, _scenario.ObservationSize));
            _scenario.Observe(i, ref row);
        }
    }

    /// <summary>Forgets what the family remembers of an episode.</summary>
    protected virtual void Begin()
    {
    }
}
