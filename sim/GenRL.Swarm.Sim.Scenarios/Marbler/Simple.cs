using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>All robots drive to one goal.</summary>
internal sealed class Simple : MarblerScenario
{
    private readonly SimpleOptions _rules;
    private readonly SpawnSides _sides;
    private readonly double[] _goal;

    /// <summary>The scenario.</summary>
    public Simple(MarblerOptions options, SimpleOptions rules)
        : base(options)
    {
        _rules = rules;
        _sides = new SpawnSides(options, rules.RobotsLeftOf, rules.GoalRightOf, 1);
        _goal = State("goal", 2);
    }

    /// <inheritdoc/>
    public override int ObservationSize => 2 * (Robots + 1);

    private Vector2D Goal => new(_goal[0], _goal[1]);

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        Spawn(_sides.Left, random, _sides.LeftMiddle);
        _sides.DrawRight(random, _goal);
    }

    /// <inheritdoc/>
    public override void Score(Span<double> rewards)
    {
        for (var i = 0; i < Robots; i++)
        {
            var apart = Poses[i].Position - Goal;
            rewards[i] = -_rules.RewardScaler * ((apart.X * apart.X) + (apart.Y * apart.Y));
        }
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        row.Add(Poses[robot].Position);
        for (var i = 0; i < Robots; i++)
        {
            if (i != robot)
            {
                row.Add(Poses[i].Position);
            }
        }

        row.Add(Goal);
    }

    /// <inheritdoc/>
    public override void Draw(Scene scene) => scene.Disc(Role.Goal, Goal.X, Goal.Y, 0.1);
}

/// <summary>Where things start, and what is paid.</summary>
/// <param name="RobotsLeftOf">Greatest x of a robot's start, m.</param>
/// <param name="GoalRightOf">With <see cref="MarblerOptions.Right"/>, the width in which the goal is drawn, m.</param>
/// <param name="RewardScaler">Lost per square metre of squared distance.</param>
internal sealed record SimpleOptions(double RobotsLeftOf = -0.5, double GoalRightOf = 0.5, double RewardScaler = 0.1);
