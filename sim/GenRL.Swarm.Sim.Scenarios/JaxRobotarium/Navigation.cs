using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>Each robot drives to a goal of its own.</summary>
internal sealed class Navigation : JaxRobotariumScenario
{
    private readonly NavigationOptions _rules;
    private readonly SpawnGrid _grid;
    private readonly double[] _success;

    /// <summary>The scenario.</summary>
    public Navigation(JaxRobotariumOptions options, NavigationOptions rules)
        : base(options, options.Robots)
    {
        _rules = rules;
        _grid = new SpawnGrid(2 * Robots, 0.5, SpawnWidth, SpawnHeight);
        _success = Figure("success_rate");
    }

    /// <inheritdoc/>
    public override int ObservationSize => 5;

    /// <inheritdoc/>
    public override void Reset(RandomStream random) => Spawn(_grid, random, Robots);

    /// <inheritdoc/>
    public override void Update(ReadOnlySpan<int> actions, Span<double> rewards)
    {
        _success[0] = 1d;
        for (var i = 0; i < Robots; i++)
        {
            var distance = Distance(i, LandmarkAt(i));
            rewards[i] = distance * _rules.PositionShaping;
            _success[0] = distance < _rules.GoalRadius ? _success[0] : 0d;
        }
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        row.Add(Poses[robot]);
        row.Add(LandmarkAt(robot) - Poses[robot].Position);
    }

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        for (var i = 0; i < Robots; i++)
        {
            var goal = LandmarkAt(i);
            scene.Disc(Role.Goal, goal.X, goal.Y, _rules.GoalRadius, label: $"{i}");
            scene.Segment(Role.Plan, Poses.X[i], Poses.Y[i], goal.X, goal.Y);
        }
    }
}

/// <summary>What navigation pays.</summary>
/// <param name="PositionShaping">Per metre between a robot and its goal.</param>
/// <param name="GoalRadius">Within which a robot is on its goal, m.</param>
internal sealed record NavigationOptions(double PositionShaping = -1d, double GoalRadius = 0.1);
