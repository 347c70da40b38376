using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What robots sense, whatever their task: believed position and velocity, neighbours, and the free share of each lidar ray's range.</summary>
internal sealed class Senses<V>
    where V : unmanaged, ILanes<V>
{
    private const int OdometryNumbers = 4;
    private readonly int[] _robots;
    private readonly Odometry<V>[] _odometries;
    private readonly NeighbourSensor<V> _neighbours;
    private readonly Lidar<V>? _lidar;
    private readonly LidarNoise<V>? _noise;
    private readonly V _perRange;

    /// <summary>Senses of the robots that are the bodies <paramref name="robots"/>.</summary>
    public Senses(SwarmWorld world, IReadOnlyList<BodySpec> bodies, int arena, int[] robots, Draws<V> draws, double dt, MemoryMap memory)
    {
        var ranges = world.Randomisation;
        var solid = Enumerable.Range(0, bodies.Count).Where(body => bodies[body].Collides && !robots.Contains(body)).ToList();
        var odometry = new OdometrySpec<V>
        {
            Walk = draws.Take(ranges.PositionWalk),
            PositionNoise = draws.Take(ranges.PositionNoise),
            VelocityNoise = draws.Take(ranges.VelocityNoise),
        };
        _robots = robots;
        _odometries = [.. robots.Select(body => new Odometry<V>(odometry, body, dt, memory))];
        _neighbours = new NeighbourSensor<V>(
            world.Neighbours, bodies, robots, solid, draws.Take(ranges.NeighbourRange), draws.Take(ranges.NeighbourNoise), draws.Take(ranges.VelocityNoise));
        if (world.Lidar is { } lidar)
        {
            _lidar = new Lidar<V>(lidar, bodies, [arena, .. solid, .. robots]);
            _noise = new LidarNoise<V>(
                lidar.Range, draws.Take(ranges.LidarNoise), draws.Take(ranges.LidarDropOut), draws.Take(ranges.LidarOutliers));
            _perRange = V.All(1d / lidar.Range);
        }
    }

    /// <summary>Numbers that <see cref="Observe"/> writes.</summary>
    public int Size => OdometryNumbers + _neighbours.Size + (_lidar?.Rays ?? 0);

    public void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        foreach (var odometry in _odometries)
        {
            odometry.Begin(tile, spawn);
        }
    }

    /// <summary>Called once a step, when bodies have moved.</summary>
    public void Advance(Tile<V> tile)
    {
        foreach (var odometry in _odometries)
        {
            odometry.Advance(tile);
        }
    }

    public void Observe(Tile<V> tile, int robot, ref Row<V> row, ReadOnlySpan<int> present)
    {
        _odometries[robot].Read(tile, ref row);
        _neighbours.Sense(tile, _robots[robot], row.Take(_neighbours.Size), present);
        if (_lidar is not null)
        {
            var rays = row.Take(_lidar.Rays);
            _lidar.Cast(tile, _robots[robot], rays);
            _noise!.Disturb(tile, rays);
            foreach (ref var ray in rays)
            {
                ray *= _perRange;
            }
        }
    }

    /// <summary>Adds where a body is, as seen from where the robot believes to be, m.</summary>
    public void AddOffset(Tile<V> tile, int robot, int body, ref Row<V> row) =>
        row.Add(tile.X(body) - _odometries[robot].BelievedX(tile), tile.Y(body) - _odometries[robot].BelievedY(tile));
}
