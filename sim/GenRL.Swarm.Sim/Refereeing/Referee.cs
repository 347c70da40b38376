using System.Numerics;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Refereeing;

/// <summary>
/// Judges missions on the true state, after every control step. Collision: two centres closer than the sum of the radii, or a robot stopped by
/// something solid. Arrival: every control point within <see cref="ArrivalDistance"/> of its goal at the same time. Allocates nothing until asked for a result.
/// </summary>
public sealed class Referee
{
    /// <summary>How near a robot at its goal is, metres.</summary>
    public const float ArrivalDistance = 0.12f;

    private readonly World _world;
    private readonly Vector2[] _goals;
    private readonly Vector2[] _last;
    private readonly bool[] _hitRobot;
    private readonly bool[] _hitWall;
    private int _mission;
    private long _steps;
    private long _arrivedAt;
    private float _smallestSquare;
    private double _path;

    /// <summary>A referee of <paramref name="world"/>. No mission is judged before <see cref="Start"/>.</summary>
    public Referee(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        _world = world;
        _goals = new Vector2[world.Robots];
        _last = new Vector2[world.Robots];
        _hitRobot = new bool[world.Robots];
        _hitWall = new bool[world.Robots];
    }

    /// <summary>The goals of the mission, metres, [Robots].</summary>
    public ReadOnlySpan<Vector2> Goals => _goals;

    /// <summary>Seconds since the mission's start.</summary>
    public double Seconds => ControlSteps.Seconds(_steps);

    /// <summary>When all robots first were at their goals together, seconds since the mission's start; null while they have not been.</summary>
    public double? SecondsToGoal => _arrivedAt < 0 ? null : ControlSteps.Seconds(_arrivedAt);

    /// <summary>Whether all robots are at their goals at this moment.</summary>
    public bool AllAtGoal { get; private set; }

    /// <summary>Whether any robot has touched anything in this mission.</summary>
    public bool AnyCollision { get; private set; }

    /// <summary>Whether robot <paramref name="robot"/> has touched anything in this mission.</summary>
    public bool HasCollided(int robot) => _hitRobot[robot] || _hitWall[robot];

    /// <summary>Starts to judge mission <paramref name="mission"/> from the world's present state; forgets the mission before.</summary>
    /// <param name="mission">Its number.</param>
    /// <param name="goals">Where each robot's control point should go, metres, [Robots]; copied.</param>
    public void Start(int mission, ReadOnlySpan<Vector2> goals)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(goals.Length, _goals.Length, nameof(goals));
        goals.CopyTo(_goals);
        Array.Clear(_hitRobot);
        Array.Clear(_hitWall);
        for (var i = 0; i < _last.Length; i++)
        {
            _last[i] = _world.Truth(i).Position;
        }

        (_mission, _steps, _arrivedAt, _smallestSquare, _path) = (mission, 0, -1, float.PositiveInfinity, 0d);
        (AllAtGoal, AnyCollision) = (false, false);
    }

    /// <summary>Judges the state after one control step.</summary>
    public void Judge()
    {
        _steps++;
        var all = true;
        for (var i = 0; i < _goals.Length; i++)
        {
            var position = _world.Truth(i).Position;
            _path += Vector2.Distance(position, _last[i]);
            _last[i] = position;
            all &= Vector2.DistanceSquared(position, _goals[i]) < ArrivalDistance * ArrivalDistance;
            _hitWall[i] |= _world.Touched(i);
            AnyCollision |= _hitWall[i];
            JudgePairs(i);
        }

        AllAtGoal = all;
        if (all && _arrivedAt < 0)
        {
            _arrivedAt = _steps;
        }
    }

    /// <summary>How the mission went so far.</summary>
    public MissionStatistics Result() => new(
        _mission, Seconds, _arrivedAt >= 0, SecondsToGoal,
        _hitRobot.Count(hit => hit), _hitWall.Count(hit => hit), float.IsFinite(_smallestSquare) ? MathF.Sqrt(_smallestSquare) : null, (float)(_path / _goals.Length));

    private void JudgePairs(int i)
    {
        for (var j = 0; j < i; j++)
        {
            var square = Vector2.DistanceSquared(_world.Centre(i), _world.Centre(j));
            var contact = _world.Body(i).Radius + _world.Body(j).Radius;
            _smallestSquare = MathF.Min(_smallestSquare, square);
            if (square < contact * contact)
            {
                _hitRobot[i] = _hitRobot[j] = AnyCollision = true;
            }
        }
    }
}
