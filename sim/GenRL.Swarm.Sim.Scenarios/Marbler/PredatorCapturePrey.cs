using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>Predators find prey that does not move; capture robots take what was found, by staying near it.</summary>
internal sealed class PredatorCapturePrey : MarblerScenario
{
    private static readonly Vector2D Nothing = new(-5d, -5d);

    private readonly PredatorCapturePreyOptions _rules;
    private readonly SpawnSides _sides;
    private readonly NearestRobots _neighbours;
    private readonly double[] _prey;
    private readonly double[] _captured;
    private readonly double[] _sensed;
    private int _newlyCaptured;
    private int _newlySensed;

    /// <summary>The scenario; the robots that are no predators capture.</summary>
    public PredatorCapturePrey(MarblerOptions options, PredatorCapturePreyOptions rules)
        : base(options)
    {
        _rules = rules;
        _sides = new SpawnSides(options, rules.RobotsLeftOf, rules.PreyRightOf, rules.Prey);
        _neighbours = new NearestRobots(Poses, rules.Neighbours);
        (_prey, _captured, _sensed) = (State("prey_loc", 2 * rules.Prey), State("prey_captured", rules.Prey), State("prey_sensed", rules.Prey));
    }

    /// <inheritdoc/>
    public override int ObservationSize => (1 + _neighbours.Count) * (_rules.CapabilityAware ? 6 : 4);

    /// <inheritdoc/>
    public override bool IsDone => !_captured.AsSpan().Contains(0d);

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        Spawn(_sides.Left, random, _sides.LeftMiddle);
        _sides.DrawRight(random, _prey);
        Array.Clear(_captured);
        Array.Clear(_sensed);
    }

    /// <inheritdoc/>
    public override void Sense(ReadOnlySpan<int> actions)
    {
        (_newlySensed, _newlyCaptured) = (0, 0);
        for (var p = 0; p < _rules.Prey; p++)
        {
            if (_captured[p] == 0d && _sensed[p] == 0d && IsSensed(p))
            {
                (_sensed[p], _newlySensed) = (1d, _newlySensed + 1);
            }

            if (_captured[p] == 0d && _sensed[p] != 0d && IsTaken(p, actions))
            {
                (_captured[p], _newlyCaptured) = (1d, _newlyCaptured + 1);
            }
        }
    }

    /// <inheritdoc/>
    public override void Score(Span<double> rewards) =>
        rewards.Fill((_newlySensed * _rules.SenseReward) + (_newlyCaptured * _rules.CaptureReward) + _rules.TimePenalty);

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
    public override Role RoleOf(int robot) => robot < _rules.Predators ? Role.Robot : Role.Other;

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        for (var i = 0; i < Robots; i++)
        {
            scene.Disc(Role.Ray, Poses.X[i], Poses.Y[i], Math.Max(SensingRadius(i), CaptureRadius(i)));
        }

        for (var p = 0; p < _rules.Prey; p++)
        {
            var role = _captured[p] != 0d ? Role.Load : _sensed[p] != 0d ? Role.Goal : Role.Prey;
            scene.Disc(role, PreyAt(p).X, PreyAt(p).Y, 0.05);
        }
    }

    private double SensingRadius(int robot) => robot < _rules.Predators ? _rules.PredatorRadius : 0d;

    private double CaptureRadius(int robot) => robot < _rules.Predators ? 0d : _rules.CaptureRadius;

    private Vector2D PreyAt(int prey) => new(_prey[2 * prey], _prey[(2 * prey) + 1]);

    private bool IsSensed(int prey)
    {
        var sensed = false;
        for (var i = 0; i < Robots; i++)
        {
            sensed |= Distance(i, PreyAt(prey)) <= SensingRadius(i);
        }

        return sensed;
    }

    private bool IsTaken(int prey, ReadOnlySpan<int> actions)
    {
        var taken = false;
        for (var i = 0; i < Robots; i++)
        {
            taken |= actions[i] == Stay && Distance(i, PreyAt(prey)) <= CaptureRadius(i);
        }

        return taken;
    }

    private void ObserveOne(int robot, ref RowWriter row)
    {
        var (nearest, least) = (Nothing, double.PositiveInfinity);
        for (var p = 0; p < _rules.Prey; p++)
        {
            var distance = Distance(robot, PreyAt(p));
            if (_captured[p] == 0d && distance <= SensingRadius(robot) && distance < least)
            {
                (nearest, least) = (PreyAt(p), distance);
            }
        }

        row.Add(Poses[robot].Position);
        row.Add(nearest);
        if (_rules.CapabilityAware)
        {
            row.Add(SensingRadius(robot));
            row.Add(CaptureRadius(robot));
        }
    }
}
