using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

/// <summary>
/// The seven range sensors of version 2.0's robots, without noise. They see segments and the other robots, which are discs. Robots' bodies, and
/// so sensors, lie a little ahead of the axle. Everything is seen from the robot, where the rays never change.
/// </summary>
internal sealed class RangeSensors
{
    /// <summary>Sensors of a robot.</summary>
    public const int Count = 7;

    /// <summary>Numbers per robot in the span of distances: the last is spare.</summary>
    public const int Stride = 8;

    /// <summary>m.</summary>
    public const double Range = 1.2;

    /// <summary>What is measured where nothing is within range.</summary>
    public const double Nothing = -1d;

    private const double BodyRadius = Platform.RobotDiameter / 2d;
    private const double BodyAhead = 0.01;

    // No sensor is further from the body's middle than this.
    private const double FurthestSensor = 0.07;

    // Below this a ray and a segment are parallel (cross product of a unit vector and the segment, m).
    private const double Parallel = 1e-10 / Range;

    // cos(pi/4)
    private const double Oblique = 0.70710678118654752;

    private const double FarAway = 1e30;

    private readonly double[] _x;
    private readonly double[] _y;

    /// <summary>Of <paramref name="robots"/> robots.</summary>
    public RangeSensors(int robots)
    {
        (_x, _y) = (new double[robots + Nearness.Width], new double[robots + Nearness.Width]);
        _x.AsSpan(robots).Fill(FarAway);
    }

    // Where the sensors sit (m) and look, seen from the body; the eighth repeats the seventh.
    private static Vector512<double> MountX => Vector512.Create(-0.04, 0d, 0.04, 0.05, 0.04, 0d, -0.04, -0.04);

    private static Vector512<double> MountY => Vector512.Create(0.04, 0.06, 0.05, 0d, -0.05, -0.06, -0.04, -0.04);

    private static Vector512<double> LookX => Vector512.Create(-1d, 0d, Oblique, 1d, Oblique, 0d, -1d, -1d);

    private static Vector512<double> LookY => Vector512.Create(0d, 1d, Oblique, 0d, -Oblique, -1d, 0d, 0d);

    // Mount . Look, and the cross product Mount x Look.
    private static Vector512<double> MountAlong =>
        Vector512.Create(0.04, 0.06, 0.09 * Oblique, 0.05, 0.09 * Oblique, 0.06, 0.04, 0.04);

    private static Vector512<double> MountAcross =>
        Vector512.Create(0.04, 0d, -0.01 * Oblique, 0d, 0.01 * Oblique, 0d, -0.04, -0.04);

    /// <summary>Measures all distances.</summary>
    /// <param name="poses">Of all robots.</param>
    /// <param name="obstacles">Walls.</param>
    /// <param name="distances">Written; <see cref="Stride"/> per robot, m; <see cref="Nothing"/> where nothing is nearer than <see cref="Range"/>.</param>
    public void Measure(Poses poses, ReadOnlySpan<Segment> obstacles, Span<double> distances)
    {
        for (var i = 0; i < poses.Count; i++)
        {
            (_x[i], _y[i]) = (poses.X[i] + (BodyAhead * poses.Cos[i]), poses.Y[i] + (BodyAhead * poses.Sin[i]));
        }

        for (var i = 0; i < poses.Count; i++)
        {
            var (cos, sin) = (poses.Cos[i], poses.Sin[i]);
            var nearest = SeeRobots(i, poses.Count, cos, sin);
            foreach (ref readonly var wall in obstacles)
            {
                var (x, y, toX, toY) = (wall.X - _x[i], wall.Y - _y[i], wall.ToX - wall.X, wall.ToY - wall.Y);
                var start = new Vector2D((cos * x) + (sin * y), (cos * y) - (sin * x));
                nearest = Vector512.Min(nearest, ToSegment(start, new((cos * toX) + (sin * toY), (cos * toY) - (sin * toX))));
            }

            var seen = Vector512.LessThan(nearest, Vector512.Create(Range));
            Vector512.ConditionalSelect(seen, nearest, Vector512.Create(Nothing)).CopyTo(distances[(i * Stride)..]);
        }
    }

    /// <summary>Where a sensor sits and where it looks.</summary>
    public static (Vector2D Start, Vector2D Direction) Ray(in Pose pose, int sensor)
    {
        var (x, y) = (MountX[sensor] + BodyAhead, MountY[sensor]);
        return (
            pose.Position + new Vector2D((pose.Cos * x) - (pose.Sin * y), (pose.Sin * x) + (pose.Cos * y)),
            new((pose.Cos * LookX[sensor]) - (pose.Sin * LookY[sensor]), (pose.Sin * LookX[sensor]) + (pose.Cos * LookY[sensor])));
    }

    private Vector512<double> SeeRobots(int robot, int robots, double cos, double sin)
    {
        const double Reach = Range + BodyRadius + FurthestSensor;
        var (x, y) = (_x[robot], _y[robot]);
        var nearest = Vector512.Create(Range);
        for (var j = 0; j < robots; j += Nearness.Width)
        {
            var mask = Nearness.Mask(_x, _y, j, x, y, Reach * Reach);
            for (; mask != 0; mask &= mask - 1)
            {
                var other = j + BitOperations.TrailingZeroCount(mask);
                if (other != robot)
                {
                    var (toX, toY) = (_x[other] - x, _y[other] - y);
                    nearest = Vector512.Min(nearest, ToDisc((cos * toX) + (sin * toY), (cos * toY) - (sin * toX)));
                }
            }
        }

        return nearest;
    }

    // The near side of a disc about (x, y), where the ray passes through it and starts outside.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ToDisc(double x, double y)
    {
        var (middleX, middleY) = (Vector512.Create(x), Vector512.Create(y));
        var along = Vector512.FusedMultiplyAdd(middleX, LookX, Vector512.FusedMultiplyAdd(middleY, LookY, -MountAlong));
        var across = Vector512.FusedMultiplyAdd(middleX, LookY, -Vector512.FusedMultiplyAdd(middleY, LookX, MountAcross));
        var chord = Vector512.FusedMultiplyAdd(-across, across, Vector512.Create(BodyRadius * BodyRadius));
        // A root that is none fails the comparison with it.
        var distance = along - Vector512.Sqrt(chord);
        var hit = Vector512.GreaterThanOrEqual(distance, Vector512<double>.Zero) & Vector512.LessThanOrEqual(along, Vector512.Create(Range));
        return Vector512.ConditionalSelect(hit, distance, Vector512.Create(Range));
    }

    private static Vector512<double> ToSegment(Vector2D start, Vector2D wall)
    {
        var (wallX, wallY) = (Vector512.Create(wall.X), Vector512.Create(wall.Y));
        var (toX, toY) = (Vector512.Create(start.X) - MountX, Vector512.Create(start.Y) - MountY);
        var cross = (LookX * wallY) - (LookY * wallX);
        var distance = ((toX * wallY) - (toY * wallX)) / cross;
        var part = ((toX * LookY) - (toY * LookX)) / cross;
        var hit = Vector512.GreaterThanOrEqual(Vector512.Abs(cross), Vector512.Create(Parallel))
            & Vector512.GreaterThanOrEqual(distance, Vector512<double>.Zero)
            & Vector512.LessThanOrEqual(distance, Vector512.Create(Range))
            & Vector512.GreaterThanOrEqual(part, Vector512<double>.Zero)
            & Vector512.LessThanOrEqual(part, Vector512<double>.One);
        return Vector512.ConditionalSelect(hit, distance, Vector512.Create(Range));
    }
}
