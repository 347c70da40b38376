using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

/// <summary>A scene and a certificate's program for it, written out in full and in upstream's own words: dense, in the order of its rows.</summary>
internal sealed class CertificateScene
{
    private readonly CertificateOptions _options;
    private readonly Poses _poses;
    private readonly Vector2D[] _points;
    private readonly Vector2D[] _wished;
    private readonly Twist[] _commands;

    private CertificateScene(CertificateOptions options, Poses poses, Vector2D[] wished)
    {
        (_options, _poses, _wished) = (options, poses, wished);
        _points = [.. Robots.Select(i => poses[i].Ahead(options.PointAhead))];
        _commands = [.. Robots.Select(i => options.PointAhead > 0d ? UnicycleMaps.FromPoint(poses[i], wished[i], options.PointAhead) : default)];
        AddPairs();
        AddSides();
        AddSpeeds();
    }

    /// <summary>All rows, of length 1, numbered in upstream's order.</summary>
    public List<SparseRow> Rows { get; } = [];

    private IEnumerable<int> Robots => Enumerable.Range(0, _poses.Count);

    /// <summary>Robots anywhere in the testbed, or in a smaller part of it.</summary>
    public static CertificateScene Random(RandomStream random, CertificateOptions options, int robots, double crowding)
    {
        var poses = new Poses(robots);
        for (var i = 0; i < robots; i++)
        {
            poses.Place(
                i, 1.5 * crowding * random.NextSingle(-1f, 1f), 0.9 * crowding * random.NextSingle(-1f, 1f), Math.PI * random.NextSingle(-1f, 1f));
        }

        return new CertificateScene(options, poses, QuadraticProgram.RandomVectors(random, robots, 0.15));
    }

    /// <summary>Has a certificate do it.</summary>
    public SolveStatus Certify(BarrierCertificate certificate) => _options.PointAhead > 0d
        ? certificate.Certify(_poses, _commands, stackalloc Twist[_poses.Count])
        : certificate.Certify(_points, _wished, stackalloc Vector2D[_poses.Count]);

    /// <summary>Solves it with every row looked at in every step.</summary>
    public (Vector2D[] Velocities, SolveStatus Status) SolveInFull()
    {
        Vector2D[] wished = [.. _wished.Select(wish => _options.Speed == SpeedLimit.Beforehand ? wish.CappedTo(Platform.MaxSpeed) : wish)];
        var velocities = new Vector2D[wished.Length];
        var status = QuadraticProgram.Solve(new DualActiveSet(wished.Length), Rows, wished, velocities);
        return (velocities, status);
    }

    private void Add(int first, int second, Vector2D onFirst, Vector2D onSecond, double bound)
    {
        var length = Math.Sqrt(onFirst.Dot(onFirst) + onSecond.Dot(onSecond));
        Rows.Add(new SparseRow(first, second, 1d / length * onFirst, 1d / length * onSecond, bound / length, Rows.Count));
    }

    private void AddPairs()
    {
        for (var i = 0; i < _poses.Count; i++)
        {
            for (var j = i + 1; j < _poses.Count; j++)
            {
                var apart = _points[i] - _points[j];
                var h = apart.Dot(apart) - Math.Pow(_options.Radius, 2d);
                var gain = h < 0d ? _options.UnsafeGain ?? _options.Gain : _options.Gain;
                var disturbed = _options.WheelDisturbance * (WheelSum(i, 2d * apart) + WheelSum(j, -2d * apart));
                Add(i, j, -2d * apart, 2d * apart, (gain * Math.Pow(h, 3d)) - disturbed);
            }
        }
    }

    private void AddSides()
    {
        if (_options.Sides is not { } sides)
        {
            return;
        }

        foreach (var i in Robots)
        {
            var gain = 0.4 * _options.Gain;
            Add(i, i, new(0d, 1d), default, gain * Math.Pow(sides.HalfWidth - (_options.Radius / 2d) - _points[i].Y, 3d));
            Add(i, i, new(0d, -1d), default, gain * Math.Pow(sides.HalfWidth - (_options.Radius / 2d) + _points[i].Y, 3d));
            Add(i, i, new(1d, 0d), default, gain * Math.Pow(sides.HalfLength - (_options.Radius / 2d) - _points[i].X, 3d));
            Add(i, i, new(-1d, 0d), default, gain * Math.Pow(sides.HalfLength - (_options.Radius / 2d) + _points[i].X, 3d));
        }
    }

    private void AddSpeeds()
    {
        switch (_options.Speed)
        {
            case SpeedLimit.Wheels:
                foreach (var (sign, i, wheel) in from sign in (double[])[1d, -1d] from i in Robots from wheel in (int[])[0, 1] select (sign, i, wheel))
                {
                    Add(i, i, sign * WheelRow(i, wheel), default, Platform.MaxWheelSpeed);
                }

                break;
            case SpeedLimit.Octagon or SpeedLimit.OctagonOpenAlongX:
                foreach (var (i, face) in from i in Robots from face in Enumerable.Range(0, 8) select (i, face))
                {
                    var open = face == 0 && _options.Speed == SpeedLimit.OctagonOpenAlongX;
                    var (sin, cos) = Math.SinCos(face * Math.PI / 4d);
                    Add(i, i, new(cos, sin), default, open ? 0.2 : 0.2 * Math.Cos(Math.PI / 8d));
                }

                break;
        }
    }

    // A wheel's speed as a row in the velocity of the robot's point: left 0, right 1.
    private Vector2D WheelRow(int robot, int wheel)
    {
        double Of(Vector2D velocity)
        {
            var wheels = Platform.Legacy.Wheels(UnicycleMaps.FromPoint(_poses[robot], velocity, _options.PointAhead));
            return wheel == 0 ? wheels.Left : wheels.Right;
        }

        return new Vector2D(Of(new(1d, 0d)), Of(new(0d, 1d)));
    }

    // Sum of the magnitudes that a row in the velocity of the robot's point has in its wheels' speeds: row . M D.
    private double WheelSum(int robot, Vector2D row)
    {
        if (_options.WheelDisturbance == 0d)
        {
            return 0d;
        }

        const double Radius = Platform.WheelRadius;
        var turn = Radius / Platform.Legacy.BaseLength;
        var left = row.Dot(UnicycleMaps.ToPoint(_poses[robot], new Twist(Radius / 2d, -turn), _options.PointAhead));
        var right = row.Dot(UnicycleMaps.ToPoint(_poses[robot], new Twist(Radius / 2d, turn), _options.PointAhead));
        return Math.Abs(left) + Math.Abs(right);
    }
}
