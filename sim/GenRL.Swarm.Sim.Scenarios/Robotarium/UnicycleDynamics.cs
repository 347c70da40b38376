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
        var (x, y, heading, cos, sin) = (poses.X, poses.Y, poses.Heading, poses.Cos, poses.Sin);
        for (var i = 0; i < applied.Length; i++)
        {
            var path = Platform.TimeStep * applied[i].Speed;
            x[i] += path * cos[i];
            y[i] += path * sin[i];
            heading[i] = Angle.Wrap(heading[i] + (Platform.TimeStep * applied[i].Turn));
        }

        for (var i = 0; i < applied.Length; i += Vector512<double>.Count)
        {
            var (sines, cosines) = Angle.SinCos(Vector512.Create<double>(heading.AsSpan(i)));
            sines.CopyTo(sin, i);
            cosines.CopyTo(cos, i);
        }
    }
}
