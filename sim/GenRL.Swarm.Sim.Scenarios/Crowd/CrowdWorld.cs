using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Crowds;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Crowd;

/// <summary>
/// One world with very many robots, each with a goal, a lidar and walls about it: move -> find neighbours -> part those that touch -> look.
/// The cost per robot does not grow with their number. An action is the share of the greatest speed and of the greatest turning rate.
/// </summary>
/// <typeparam name="V">Lanes of float32.</typeparam>
internal sealed class CrowdWorld<V> : IWorld
    where V : unmanaged, ILanes<V>
{
    private const int OwnNumbers = 4;
    private const float Contact = 2f * CrowdOptions.Radius;
    private const float GoalRadius = 0.2f;
    private const int MostPlansDrawn = 20;

    private readonly CrowdOptions _options;
    private readonly CrowdRobots<V> _robots;
    private readonly NeighbourGrid<V> _grid;
    private readonly RayRing<V> _rays;
    private readonly int[] _found;
    private readonly float[] _speeds;
    private readonly float[] _spins;
    private readonly float[] _pushX;
    private readonly float[] _pushY;
    private readonly float[] _distances;
    private RandomStream _random = new(0, 0, 0);
    private int _step;

    public CrowdWorld(CrowdOptions options)
    {
        options.Check();
        _options = options;
        _robots = new CrowdRobots<V>(options.Robots);
        _grid = new NeighbourGrid<V>(options.Robots, options.Side, MathF.Max(Contact, options.Range + CrowdOptions.Radius));
        _rays = new RayRing<V>(options.Rays, options.Range);
        _found = new int[options.Robots];
        (_speeds, _spins) = (new float[_robots.X.Length], new float[_robots.X.Length]);
        (_pushX, _pushY) = (new float[options.Robots], new float[options.Robots]);
        _distances = new float[options.Robots];
        Actions = [.. Enumerable.Repeat(ActionSpace.Continuous(2, -1f, 1f), options.Robots)];
        ObservationSizes = [.. Enumerable.Repeat(OwnNumbers + options.Rays, options.Robots)];
    }

    public IReadOnlyList<ActionSpace> Actions { get; }

    public IReadOnlyList<int> ObservationSizes { get; }

    private float Limit => (_options.Side / 2f) - CrowdOptions.Radius;

    public void Reset(RandomStream random)
    {
        (_random, _step) = (random, 0);

        // On the points of a lattice, jittered: apart at any density that leaves room at all.
        var columns = (int)MathF.Ceiling(MathF.Sqrt(_options.Robots));
        var pitch = _options.Side / columns;
        var jitter = MathF.Max(0f, (pitch - (2.2f * CrowdOptions.Radius)) / 2f);
        for (var i = 0; i < _options.Robots; i++)
        {
            var (row, column) = Math.DivRem(i, columns);
            _robots.X[i] = ((column + 0.5f) * pitch) - (_options.Side / 2f) + random.NextSingle(-jitter, jitter);
            _robots.Y[i] = ((row + 0.5f) * pitch) - (_options.Side / 2f) + random.NextSingle(-jitter, jitter);
            _robots.Heading[i] = random.NextSingle(-MathF.PI, MathF.PI);
            (_robots.Speed[i], _robots.Spin[i]) = (0f, 0f);
            DrawGoal(i);
            _distances[i] = Distance(i);
        }

        _robots.Face();
        _grid.Build(_robots.X, _robots.Y);
    }

    public EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards)
    {
        for (var i = 0; i < _options.Robots; i++)
        {
            _speeds[i] = Share(actions[2 * i]) * CrowdOptions.MaxSpeed;
            _spins[i] = Share(actions[(2 * i) + 1]) * CrowdOptions.MaxSpin;
        }

        _robots.Move(_speeds, _spins, _options.Dt, Limit);
        _grid.Build(_robots.X, _robots.Y);
        Part(rewards);
        _grid.Build(_robots.X, _robots.Y);
        for (var i = 0; i < _options.Robots; i++)
        {
            var distance = Distance(i);
            rewards[i] += _distances[i] - distance;
            if (distance < GoalRadius)
            {
                rewards[i] += 1f;
                DrawGoal(i);
                distance = Distance(i);
            }

            _distances[i] = distance;
        }

        return ++_step >= _options.MaxSteps ? EpisodeEnd.Truncated : EpisodeEnd.None;
    }

    public void Observe(Span<float> observations)
    {
        var size = OwnNumbers + _options.Rays;
        for (var i = 0; i < _options.Robots; i++)
        {
            var seen = observations.Slice(i * size, size);
            (seen[0], seen[1]) = ToFrame(i, _robots.GoalX[i] - _robots.X[i], _robots.GoalY[i] - _robots.Y[i]);
            (seen[2], seen[3]) = (_robots.Speed[i], _robots.Spin[i]);
            Look(i);
            _rays.CopyTo(seen[OwnNumbers..]);
        }
    }

    public void Move(ref Snapshot snapshot)
    {
        _robots.Move(ref snapshot);
        snapshot.Move(_distances.AsSpan());
        snapshot.Move(ref _step);
        if (snapshot.Restores)
        {
            _grid.Build(_robots.X, _robots.Y);
        }
    }

    public void Draw(Scene scene)
    {
        scene.Box(Role.Floor, 0d, 0d, _options.Side, _options.Side);
        for (var i = 0; i < Math.Min(_options.Robots, MostPlansDrawn); i++)
        {
            scene.Segment(Role.Plan, _robots.X[i], _robots.Y[i], _robots.GoalX[i], _robots.GoalY[i]);
        }

        for (var i = 0; i < _options.Robots; i++)
        {
            scene.Disc(Role.Robot, _robots.X[i], _robots.Y[i], CrowdOptions.Radius, _robots.Heading[i]);
        }
    }

    /// <summary>Robots that touch are pushed apart, each by half, and lose a reward of 1 per other; all from the positions before.</summary>
    private void Part(Span<float> rewards)
    {
        for (var i = 0; i < _options.Robots; i++)
        {
            var (pushX, pushY, touching) = (0f, 0f, 0);
            var count = _grid.Find(_robots.X[i], _robots.Y[i], Contact, _found);
            foreach (var other in _found.AsSpan(0, count))
            {
                var (dx, dy) = (_robots.X[i] - _robots.X[other], _robots.Y[i] - _robots.Y[other]);
                var distance = MathF.Sqrt((dx * dx) + (dy * dy));
                if (other != i && distance > 0f)
                {
                    var share = (Contact - distance) / (2f * distance);
                    (pushX, pushY, touching) = (pushX + (dx * share), pushY + (dy * share), touching + 1);
                }
            }

            (_pushX[i], _pushY[i], rewards[i]) = (pushX, pushY, -touching);
        }

        for (var i = 0; i < _options.Robots; i++)
        {
            _robots.X[i] = Math.Clamp(_robots.X[i] + _pushX[i], -Limit, Limit);
            _robots.Y[i] = Math.Clamp(_robots.Y[i] + _pushY[i], -Limit, Limit);
        }
    }

    /// <summary>An action within its limits; what is not a number is the least.</summary>
    private static float Share(float action) => action >= -1f ? Math.Min(action, 1f) : -1f;

    private void Look(int robot)
    {
        var (x, y) = (_robots.X[robot], _robots.Y[robot]);
        _rays.Clear();
        var count = _grid.Find(x, y, _options.Range + CrowdOptions.Radius, _found);
        foreach (var other in _found.AsSpan(0, count))
        {
            if (other != robot)
            {
                var (ahead, left) = ToFrame(robot, _robots.X[other] - x, _robots.Y[other] - y);
                _rays.Disc(ahead, left, CrowdOptions.Radius);
            }
        }

        var half = _options.Side / 2f;
        var (cos, sin) = (_robots.Cos[robot], _robots.Sin[robot]);
        _rays.Wall(cos, -sin, half - x);
        _rays.Wall(-cos, sin, half + x);
        _rays.Wall(sin, cos, half - y);
        _rays.Wall(-sin, -cos, half + y);
    }

    private (float Ahead, float Left) ToFrame(int robot, float dx, float dy)
    {
        var (cos, sin) = (_robots.Cos[robot], _robots.Sin[robot]);
        return ((dx * cos) + (dy * sin), (dy * cos) - (dx * sin));
    }

    private float Distance(int robot)
    {
        var (dx, dy) = (_robots.GoalX[robot] - _robots.X[robot], _robots.GoalY[robot] - _robots.Y[robot]);
        return MathF.Sqrt((dx * dx) + (dy * dy));
    }

    private void DrawGoal(int robot) =>
        (_robots.GoalX[robot], _robots.GoalY[robot]) = (_random.NextSingle(-Limit, Limit), _random.NextSingle(-Limit, Limit));
}
