using GenRL.Swarm.Sim.Engine.Actuators;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Dynamics;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Engine.Tests;

/// <summary>Makes <see cref="Everything{V}"/>.</summary>
internal sealed class EverythingFactory : IBodyScenarioFactory
{
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Everything<V>();
}

/// <summary>One robot of each dynamics, every actuator effect and every sensor, among a disc, a box that can be pushed and a line, all randomised.</summary>
internal sealed class Everything<V> : BodyScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const int Fixtures = 3;
    private const int Robots = 8;
    private const int Seen = 8 + 15 + 4 + 3 + 2 + 3;
    private readonly MemoryMap _memory = new();
    private readonly Draws<V> _draws;
    private readonly RobotDynamics<V>[] _dynamics;
    private readonly Actuator<V>[] _actuators;
    private readonly Odometry<V>[] _odometries;
    private readonly Imu<V>[] _imus;
    private readonly WheelEncoders<V>[] _encoders;
    private readonly Lidar<V> _lidar;
    private readonly LidarNoise<V> _lidarNoise;
    private readonly NeighbourSensor<V> _neighbours;

    public Everything()
    {
        var ranges = RandomisationSpec.Default with { Curriculum = new(0.2, 1d, 5) };
        var dt = Physics.Dt;
        _draws = new Draws<V>(_memory, ranges.Curriculum);
        var (tau, speed) = (_draws.Take(ranges.TimeConstant, 0.25), _draws.Take(ranges.TopSpeed));
        var bias = _draws.Take(ranges.HeadingBias);
        _dynamics =
        [
            new SingleIntegrator<V>(dt, speed), new DoubleIntegrator<V>(dt, speed), new FirstOrderLag<V>(dt, tau, speed, bias), new Unicycle<V>(dt, speed, speed),
            new DifferentialDrive<V>(dt, 0.16, speed, tau), new HolonomicRotation<V>(dt, speed, speed), new Bicycle<V>(dt, 0.2, 0.6, speed),
            new Quadrotor<V>(dt, tau, speed, 1d, 3d, _memory),
        ];
        _actuators = [.. _dynamics.Select(dynamics => new Actuator<V>(
            new ActuatorSpec<V>
            {
                Gain = _draws.Take(ranges.Slip),
                Asymmetry = _draws.Take(ranges.Asymmetry),
                DeadZone = _draws.Take(ranges.DeadZone),
                Delay = _draws.Take(ranges.Delay),
                LongestDelay = ranges.Delay.High,
                Saturation = 1d,
            },
            dynamics.Commands,
            dt,
            _memory))];
        var odometry = new OdometrySpec<V>
        {
            HeadingBias = bias,
            PositionNoise = _draws.Take(ranges.PositionNoise),
            VelocityNoise = _draws.Take(ranges.VelocityNoise),
            Walk = _draws.Take(ranges.PositionWalk),
        };
        _odometries = [.. Enumerable.Range(Fixtures, Robots).Select(body => new Odometry<V>(odometry, body, dt, _memory))];
        _imus = [.. Enumerable.Range(Fixtures, Robots).Select(body => new Imu<V>(body, dt, _memory, _draws.Take(ranges.GyroNoise)))];
        _encoders = [.. Enumerable.Range(Fixtures, Robots).Select(body => new WheelEncoders<V>(body, 0.16, 500d, _memory, _draws.Take(ranges.EncoderNoise)))];
        _lidar = new Lidar<V>(new LidarSpec { Rays = 8 }, Bodies, Enumerable.Range(0, Bodies.Count));
        _lidarNoise = new LidarNoise<V>(3d, _draws.Take(ranges.LidarNoise), _draws.Take(ranges.LidarDropOut), _draws.Take(ranges.LidarOutliers));
        _neighbours = new NeighbourSensor<V>(
            new NeighbourSpec { Most = 3, Range = 2d, FieldOfView = 4d, Occlusion = true }, Bodies, Enumerable.Range(Fixtures, Robots), Enumerable.Range(0, Fixtures),
            _draws.Take(ranges.NeighbourRange), _draws.Take(ranges.NeighbourNoise), _draws.Take(ranges.VelocityNoise));
        Actions = [.. _dynamics.Select(dynamics => ActionSpace.Continuous(dynamics.Commands, -1.5f, 1.5f))];
        ObservationSizes = [.. _dynamics.Select(_ => Seen)];
    }

    public override IReadOnlyList<BodySpec> Bodies { get; } =
    [
        new BodySpec("disc", new BodyShape.Disc(0.3)),
        new BodySpec("box", new BodyShape.Box(0.5, 0.3)) { Movable = true, Rotatable = true, Mass = 3d, LinearFriction = 0.5, AngularFriction = 0.5, Drag = 0d },
        new BodySpec("line", new BodyShape.Line(0.8)),
        .. Enumerable.Range(0, Robots).Select(_ => Bench.Robot(0.12)),
    ];

    public override PhysicsSpec Physics { get; } = new() { Drag = 0d, Substeps = 4, ContactForce = 300d, SemiX = 1.5, SemiY = 1.5 };

    public override IReadOnlyList<ActionSpace> Actions { get; }

    public override IReadOnlyList<int> ObservationSizes { get; }

    public override int Memory => _memory.Count;

    public override int MaxSteps => 40;

    public override void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        _draws.Begin(tile, spawn);
        Span<int> placed = stackalloc int[Bodies.Count];
        for (var body = 0; body < Bodies.Count; body++)
        {
            placed[body] = body;
            spawn.PlaceApart(body, 1.4, 1.4, 0.45, placed[..body]);
            spawn.Place(body, tile.X(body), tile.Y(body), spawn.Uniform(-3d, 3d));
        }

        for (var i = 0; i < Robots; i++)
        {
            _dynamics[i].Begin(tile, spawn);
            _actuators[i].Begin(tile, spawn);
            _odometries[i].Begin(tile, spawn);
            _imus[i].Begin(tile, spawn);
            _encoders[i].Begin(tile, spawn);
        }
    }

    public override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
    {
        Span<V> command = stackalloc V[3];
        for (var i = 0; i < Robots; i++)
        {
            var own = command[.._dynamics[i].Commands];
            Commands.Limit(actions[..own.Length], 1d, own);
            actions = actions[own.Length..];
            _actuators[i].Apply(tile, own);
            _dynamics[i].Drive(tile, Fixtures + i, own);
        }
    }

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        for (var i = 0; i < Robots; i++)
        {
            _odometries[i].Advance(tile);
            _imus[i].Advance(tile);
            _encoders[i].Advance(tile);
            rewards[i] = -tile.Distance(Fixtures + i, 1);
        }

        return tile.Distance(Fixtures, 1) < V.All(0.35);
    }

    public override void Observe(Tile<V> tile, Span<V> observations)
    {
        var row = new Row<V>(observations);
        for (var i = 0; i < Robots; i++)
        {
            var rays = row.Take(_lidar.Rays);
            _lidar.Cast(tile, Fixtures + i, rays);
            _lidarNoise.Disturb(tile, rays);
            _neighbours.Sense(tile, Fixtures + i, row.Take(_neighbours.Size));
            _odometries[i].Read(tile, ref row);
            _imus[i].Read(tile, ref row);
            _encoders[i].Read(tile, ref row);
            row.AddPosition(tile, Fixtures + i);
            row.Add(tile.Rotation(Fixtures + i));
        }
    }

    public override Role RoleOf(int body) => body < Fixtures ? Role.Obstacle : Role.Robot;
}
