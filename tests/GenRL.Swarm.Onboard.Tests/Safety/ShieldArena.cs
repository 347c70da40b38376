using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard.Tests.Safety;

/// <summary>
/// Discs in a square room on one floor, each behind a shield, sensed without noise: a closed loop at 50 Hz. The motion is integrated in
/// steps of 2 ms, apart from the shield's own prediction; contact is judged at each of them.
/// </summary>
internal sealed class ShieldArena
{
    public const double Step = 0.02;
    private const int Rays = 64;
    private const int Substeps = 10;

    private readonly ActuatorModel _floor;
    private readonly ShieldOptions _options;
    private readonly SafetyShield[] _shields;
    private readonly Vector2[][] _pipe;
    private readonly double[] _x, _y, _vx, _vy;
    private readonly SensorFrame _frame = new();
    private readonly double _wall;
    private int _step;

    public ShieldArena(int robots, ActuatorModel floor, ActuatorModel believed, ShieldOptions options, double wall, SplitMix random)
    {
        (_floor, _options, _wall) = (floor, options, wall);
        _shields = [.. Enumerable.Range(0, robots).Select(_ => new SafetyShield(options, believed))];
        _pipe = [.. Enumerable.Range(0, robots).Select(_ => new Vector2[(int)Math.Round(floor.Delay / Step) + 1])];
        (_x, _y, _vx, _vy) = (new double[robots], new double[robots], new double[robots], new double[robots]);
        var apart = 2 * options.Radius + 0.2;
        for (var i = 0; i < robots; i++)
        {
            do
            {
                _x[i] = random.Uniform(-wall + apart, wall - apart);
                _y[i] = random.Uniform(-wall + apart, wall - apart);
            }
            while (Enumerable.Range(0, i).Any(j => double.Hypot(_x[i] - _x[j], _y[i] - _y[j]) < apart));
        }
    }

    public int Robots => _x.Length;

    /// <summary>Smallest gap seen so far between two robots' edges, metres; negative after a contact.</summary>
    public double SmallestGap { get; private set; } = double.PositiveInfinity;

    /// <summary>Smallest gap between a robot's edge and a wall, metres.</summary>
    public double SmallestWallGap { get; private set; } = double.PositiveInfinity;

    /// <summary>How many verdicts had each reason.</summary>
    public int[] Reasons { get; } = new int[8];

    public Vector2 Position(int i) => new((float)_x[i], (float)_y[i]);

    /// <summary>One control step: every robot senses, is judged, and moves.</summary>
    public void Advance(Func<int, Vector2> wish)
    {
        var now = new Stamp((long)(_step * Step * 1e9));
        var commands = new Vector2[Robots];
        for (var i = 0; i < Robots; i++)
        {
            Sense(i, now);
            var verdict = _shields[i].Verdict(_frame, now, wish(i));
            Reasons[(int)verdict.Reason]++;
            commands[i] = verdict.Allowed;
        }

        for (var i = 0; i < Robots; i++)
        {
            _pipe[i][_step % _pipe[i].Length] = commands[i];
        }

        for (var s = 0; s < Substeps; s++)
        {
            Move(Step / Substeps);
            Judge();
        }

        _step++;
    }

    private void Move(double dt)
    {
        for (var i = 0; i < Robots; i++)
        {
            var settled = _floor.Settled(_pipe[i][(_step + 1) % _pipe[i].Length]);
            _vx[i] += (settled.X - _vx[i]) * dt / _floor.TimeConstant;
            _vy[i] += (settled.Y - _vy[i]) * dt / _floor.TimeConstant;
            _x[i] += _vx[i] * dt;
            _y[i] += _vy[i] * dt;
        }
    }

    private void Judge()
    {
        for (var i = 0; i < Robots; i++)
        {
            SmallestWallGap = Math.Min(SmallestWallGap, _wall - Math.Max(Math.Abs(_x[i]), Math.Abs(_y[i])) - _options.Radius);
            for (var j = 0; j < i; j++)
            {
                SmallestGap = Math.Min(SmallestGap, double.Hypot(_x[i] - _x[j], _y[i] - _y[j]) - 2 * _options.Radius);
            }
        }
    }

    private void Sense(int i, Stamp now)
    {
        _frame.Stamp = now;
        _frame.Ego = new EgoState(Position(i), new Vector2((float)_vx[i], (float)_vy[i]), 0.3f * i, 0f);
        _frame.NeighbourCount = 0;
        for (var j = 0; j < Robots; j++)
        {
            if (j != i)
            {
                _frame.Neighbours[_frame.NeighbourCount++] =
                    new SensedNeighbour(new RobotId((ushort)j), Position(j), new Vector2((float)_vx[j], (float)_vy[j]), (float)_options.Radius);
            }
        }

        (_frame.RayCount, _frame.MaxRange) = (Rays, 3f);
        for (var ray = 0; ray < Rays; ray++)
        {
            var (sin, cos) = Math.SinCos(_frame.Ego.Heading + 2 * Math.PI * ray / Rays);
            _frame.Ranges[ray] = (float)Math.Min(3, Cast(i, cos, sin));
        }
    }

    /// <summary>Distance to the nearest wall or robot along a direction.</summary>
    private double Cast(int i, double cos, double sin)
    {
        var range = Math.Min((_wall - Math.Sign(cos) * _x[i]) / Math.Abs(cos), (_wall - Math.Sign(sin) * _y[i]) / Math.Abs(sin));
        for (var j = 0; j < Robots; j++)
        {
            double dx = _x[j] - _x[i], dy = _y[j] - _y[i], along = dx * cos + dy * sin, off = dx * sin - dy * cos;
            var inside = _options.Radius * _options.Radius - off * off;
            if (j != i && along > 0 && inside > 0)
            {
                range = Math.Min(range, along - Math.Sqrt(inside));
            }
        }

        return range;
    }
}
