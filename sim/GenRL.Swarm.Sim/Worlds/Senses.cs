using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.Sim.Worlds;

/// <summary>
/// What robots measure: truth with noise. Every robot has a random stream per sensor, so that what one robot measures does not depend on
/// whether another is asked.
/// </summary>
internal sealed class Senses
{
    private readonly SensorSuite _suite;
    private readonly RobotBody[] _bodies;
    private readonly Obstacles _obstacles;
    private readonly RandomStream[] _odometry;
    private readonly RandomStream[] _lidar;
    private readonly RandomStream[] _neighbours;
    private readonly RayFan _fan;
    private readonly float[] _ranges;

    /// <summary>The sensors <paramref name="suite"/> on every one of <paramref name="bodies"/>.</summary>
    /// <exception cref="ArgumentException">A number makes no sense; the message names it.</exception>
    public Senses(SensorSuite suite, RobotBody[] bodies, Obstacles obstacles)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(suite.LidarRays, nameof(suite));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(suite.LidarRays, SensorFrame.MaxRays, nameof(suite));
        Require(suite.LidarRange > 0f, suite.LidarRange, nameof(suite.LidarRange));
        Require(suite.LidarNoise >= 0f, suite.LidarNoise, nameof(suite.LidarNoise));
        Require(suite.LidarDropOut is >= 0f and <= 1f, suite.LidarDropOut, nameof(suite.LidarDropOut));
        Require(suite.NeighbourRange >= 0f, suite.NeighbourRange, nameof(suite.NeighbourRange));
        Require(suite.NeighbourPositionNoise >= 0f, suite.NeighbourPositionNoise, nameof(suite.NeighbourPositionNoise));
        Require(suite.NeighbourVelocityNoise >= 0f, suite.NeighbourVelocityNoise, nameof(suite.NeighbourVelocityNoise));
        (_suite, _bodies, _obstacles) = (suite, bodies, obstacles);
        _odometry = Streams(bodies.Length, Purpose.Odometry);
        _lidar = Streams(bodies.Length, Purpose.Lidar);
        _neighbours = Streams(bodies.Length, Purpose.NeighbourSensing);
        _fan = new RayFan(suite.LidarRays);
        _ranges = new float[_fan.Padded];
    }

    /// <summary>Restarts every stream from <paramref name="seed"/>.</summary>
    public void Restart(ulong seed)
    {
        for (var i = 0; i < _bodies.Length; i++)
        {
            _odometry[i].Restart(seed, i, (int)Purpose.Odometry);
            _lidar[i].Restart(seed, i, (int)Purpose.Lidar);
            _neighbours[i].Restart(seed, i, (int)Purpose.NeighbourSensing);
        }
    }

    /// <summary>The own state with the floor's noise on position and velocity.</summary>
    public EgoState Odometry(int robot, in EgoState truth, Floor floor)
    {
        var random = _odometry[robot];
        return truth with
        {
            Position = truth.Position + Noise(random, floor.PositionNoise),
            Velocity = truth.Velocity + Noise(random, floor.VelocityNoise),
        };
    }

    /// <summary>Ranges to walls, static discs and other robots, from the robot's centre.</summary>
    public void Lidar(int robot, ReadOnlySpan<RobotState> states, SensorFrame frame)
    {
        frame.RayCount = _fan.Count;
        frame.MaxRange = _suite.LidarRange;
        if (_fan.Count == 0)
        {
            return;
        }

        var origin = states[robot].Position;
        _fan.Turn(states[robot].Heading);
        Array.Fill(_ranges, _suite.LidarRange);
        _obstacles.Cast(origin, _fan, _ranges, _suite.LidarRange);
        for (var j = 0; j < states.Length; j++)
        {
            var reach = _suite.LidarRange + _bodies[j].Radius;
            if (j != robot && Vector2.DistanceSquared(origin, states[j].Position) < reach * reach)
            {
                RayCaster.Disc(origin, states[j].Position, _bodies[j].Radius, _fan, _ranges);
            }
        }

        var random = _lidar[robot];
        for (var i = 0; i < _fan.Count; i++)
        {
            var noisy = _ranges[i] * (1f + (_suite.LidarNoise * random.NextGaussian()));
            var dropped = random.NextSingle() < _suite.LidarDropOut;
            frame.Ranges[i] = dropped || _ranges[i] >= _suite.LidarRange ? _suite.LidarRange : Math.Clamp(noisy, 0f, _suite.LidarRange);
        }
    }

    /// <summary>
    /// The robots whose centre is in range, in order of their number. More than <see cref="SensorFrame.MaxNeighbours"/>: the nearest of them.
    /// </summary>
    public void Neighbours(int robot, ReadOnlySpan<RobotState> states, SensorFrame frame)
    {
        var random = _neighbours[robot];
        var origin = states[robot].Position;
        var count = 0;
        for (var j = 0; j < states.Length; j++)
        {
            if (j == robot || Vector2.DistanceSquared(origin, states[j].Position) > _suite.NeighbourRange * _suite.NeighbourRange)
            {
                continue;
            }

            var seen = new SensedNeighbour(
                new RobotId((ushort)j), states[j].Position + Noise(random, _suite.NeighbourPositionNoise),
                states[j].Velocity + Noise(random, _suite.NeighbourVelocityNoise), _bodies[j].Radius);
            if (count < SensorFrame.MaxNeighbours)
            {
                frame.Neighbours[count++] = seen;
            }
            else
            {
                ReplaceFarthest(frame.Neighbours, origin, seen);
            }
        }

        frame.NeighbourCount = count;
    }

    private static void ReplaceFarthest(SensedNeighbour[] neighbours, Vector2 origin, in SensedNeighbour seen)
    {
        var farthest = 0;
        for (var i = 1; i < neighbours.Length; i++)
        {
            if (Vector2.DistanceSquared(origin, neighbours[i].Position) > Vector2.DistanceSquared(origin, neighbours[farthest].Position))
            {
                farthest = i;
            }
        }

        if (Vector2.DistanceSquared(origin, seen.Position) < Vector2.DistanceSquared(origin, neighbours[farthest].Position))
        {
            neighbours[farthest] = seen;
        }
    }

    private static Vector2 Noise(RandomStream random, float deviation)
    {
        var x = random.NextGaussian();
        return new Vector2(x, random.NextGaussian()) * deviation;
    }

    private static RandomStream[] Streams(int robots, Purpose purpose) =>
        [.. Enumerable.Range(0, robots).Select(robot => new RandomStream(0, robot, (int)purpose))];

    private static void Require(bool condition, float value, string what)
    {
        if (!condition || !float.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(what, value, "sensors: out of range");
        }
    }
}
