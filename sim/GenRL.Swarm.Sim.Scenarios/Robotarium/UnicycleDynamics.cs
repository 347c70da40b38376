using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>The unicycle under held commands, by Euler's rule: positions move along the heading before the turn.</summary>
internal static class UnicycleDynamics
{
    /// <summary>Moves a team by one step of <see cref="Platform.TimeStep"/>.</summary>
    /// <param name="poses">Read and written.</param>
    /// <param name="applied">One per robot: what it does, limits observed.</param>
    public static void Step(Poses poses, ReadOnlySpan<Twist> applied)
    {
        for (var i = 0; i < poses.Count; i++)
        {
            var path = Platform.TimeStep * applied[i].Speed;
            poses.X[i] += path * poses.Cos[i];
            poses.Y[i] += path * poses.Sin[i];
            poses.Heading[i] = Angle.Wrap(poses.Heading[i] + (Platform.TimeStep * applied[i].Turn));
        }

        for (var i = 0; i < poses.Count; i += Vector512<double>.Count)
        {
            var (sin, cos) = Vector512.SinCos(Vector512.Create<double>(poses.Heading.AsSpan(i)));
            sin.CopyTo(poses.Sin, i);
            cos.CopyTo(poses.Cos, i);
        }
    }
}
