using System.Numerics;
using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

/// <summary>
/// The seven range sensors of version 2.0's robot, without noise. They see segments and the other robots, which are discs. Robots' bodies, and
/// so sensors, lie a little ahead of the axle.
/// </summary>
internal static class RangeSensors
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

    // Below this a ray and a segment are parallel (cross product of their vectors, m^2).
    private const double Parallel = 1e-10;

    // Where the sensors sit (m) and look (unit vectors, seen from the robot; the eighth repeats the seventh).
    private static readonly Vector512<double> MountX = Vector512.Create(-0.04, 0d, 0.04, 0.05, 0.04, 0d, -0.04, -0.04);
    private static readonly Vector512<double> MountY = Vector512.Create(0.04, 0.06, 0.05, 0d, -0.05, -0.06, -0.04, -0.04);
    private static readonly double Oblique = Math.Cos(Math.PI / 4d);
    private static readonly Vector512<double> LookX = Vector512.Create(-1d, 0d, Oblique, 1d, Oblique, 0d, -1d, -1d);
    private static readonly Vector512<double> LookY = Vector512.Create(0d, 1d, Oblique, 0d, -Oblique, -1d, 0d, 0d);

    /// <summary>Measures all distances.</summary>
    /// <param name="poses">Of all robots.</param>
    /// <param name="obstacles">Walls.</param>
    /// <param name="distances">Written; <see cref="Stride"/> per robot, m; <see cref="Nothing"/> where nothing is nearer than <see cref="Range"/>.</param>
    public static void Measure(Poses poses, ReadOnlySpan<Segment> obstacles, Span<double> distances)
    {
        for (var i = 0; i < poses.Count; i++)
        {
            var rays = RaysOf(poses[i]);
            var nearest = SeeRobots(poses, i, rays, Vector512.Create(Range));
            foreach (ref readonly var obstacle in obstacles)
            {
                nearest = Vector512.Min(nearest, ToSegment(rays, obstacle));
            }

            var seen = Vector512.LessThan(nearest, Vector512.Create(Range));
            Vector512.ConditionalSelect(seen, nearest, Vector512.Create(Nothing)).CopyTo(distances[(i * Stride)..]);
        }
    }

    /// <summary>Where a sensor sits and where it looks.</summary>
    public static (Vector2D Start, Vector2D Direction) Ray(in Pose pose, int sensor)
    {
        var rays = RaysOf(pose);
        return (new(rays.X[sensor], rays.Y[sensor]), new(rays.AlongX[sensor], rays.AlongY[sensor]));
    }

    private static Rays RaysOf(in Pose pose)
    {
        var (cos, sin) = (Vector512.Create(pose.Cos), Vector512.Create(pose.Sin));
        var body = pose.Ahead(BodyAhead);
        return new Rays(
            Vector512.Create(body.X) + (cos * MountX) - (sin * MountY),
            Vector512.Create(body.Y) + (sin * MountX) + (cos * MountY),
            (cos * LookX) - (sin * LookY),
            (sin * LookX) + (cos * LookY));
    }

    private static Vector512<double> SeeRobots(Poses poses, int robot, in Rays rays, Vector512<double> nearest)
    {
        // Axles are nearer or further than bodies by no more than twice what bodies lie ahead.
        const double Reach = Range + BodyRadius + FurthestSensor + (2d * BodyAhead);
        for (var j = 0; j < poses.Count; j += Nearness.Width)
        {
            var mask = Nearness.Mask(poses.X, poses.Y, j, poses.X[robot], poses.Y[robot], Reach * Reach);
            for (; mask != 0; mask &= mask - 1)
            {
                var other = j + BitOperations.TrailingZeroCount(mask);
                if (other != robot)
                {
                    nearest = Vector512.Min(nearest, ToDisc(rays, poses[other].Ahead(BodyAhead)));
                }
            }
        }

        return nearest;
    }

    // The near side of a disc, where the ray passes through it and starts outside.
    private static Vector512<double> ToDisc(in Rays rays, Vector2D middle)
    {
        var (toX, toY) = (Vector512.Create(middle.X) - rays.X, Vector512.Create(middle.Y) - rays.Y);
        var along = (toX * rays.AlongX) + (toY * rays.AlongY);
        var across = (toX * rays.AlongY) - (toY * rays.AlongX);
        var chord = Vector512.Create(BodyRadius * BodyRadius) - (across * across);
        var hit = Vector512.GreaterThanOrEqual(chord, Vector512<double>.Zero)
            & Vector512.GreaterThanOrEqual(along, Vector512<double>.Zero)
            & Vector512.LessThanOrEqual(along, Vector512.Create(Range));
        if (hit == Vector512<double>.Zero)
        {
            return Vector512.Create(Range);
        }

        var distance = along - Vector512.Sqrt(chord);
        return Vector512.ConditionalSelect(hit & Vector512.GreaterThanOrEqual(distance, Vector512<double>.Zero), distance, Vector512.Create(Range));
    }

    private static Vector512<double> ToSegment(in Rays rays, in Segment segment)
    {
        var (wallX, wallY) = (Vector512.Create(segment.ToX - segment.X), Vector512.Create(segment.ToY - segment.Y));
        var (toX, toY) = (Vector512.Create(segment.X) - rays.X, Vector512.Create(segment.Y) - rays.Y);
        var cross = (rays.AlongX * wallY) - (rays.AlongY * wallX);
        var distance = ((toX * wallY) - (toY * wallX)) / cross;
        var part = ((toX * rays.AlongY) - (toY * rays.AlongX)) / cross;
        var hit = Vector512.GreaterThanOrEqual(Vector512.Abs(cross), Vector512.Create(Parallel / Range))
            & Vector512.GreaterThanOrEqual(distance, Vector512<double>.Zero)
            & Vector512.LessThanOrEqual(distance, Vector512.Create(Range))
            & Vector512.GreaterThanOrEqual(part, Vector512<double>.Zero)
            & Vector512.LessThanOrEqual(part, Vector512<double>.One);
        return Vector512.ConditionalSelect(hit, distance, Vector512.Create(Range));
    }

    /// <summary>One robot's rays side by side: where they start, and where they go.</summary>
    private readonly record struct Rays(Vector512<double> X, Vector512<double> Y, Vector512<double> AlongX, Vector512<double> AlongY);
}
