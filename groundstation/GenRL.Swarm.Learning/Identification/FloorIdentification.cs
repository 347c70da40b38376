using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Datasets;

namespace GenRL.Swarm.Learning.Identification;

/// <summary>
/// Identifies a first-order floor from tracks by least squares: v(t+1) = a v(t) + B u(t - d) + c with a = e^(-dt/tau), B = (1 - a) G,
/// c = (1 - a) bias; the delay d by search over control steps, a delay between two ticks mixing their commands. Takes milliseconds.
/// </summary>
public static class FloorIdentification
{
    private const int Unknowns = 7;
    private const int LongestDelaySteps = 25;

    /// <summary>The floor that fits <paramref name="tracks"/> best.</summary>
    /// <exception cref="ArgumentException">There is too little motion to tell.</exception>
    public static FloorEstimate Fit(IReadOnlyList<RobotTrack> tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        FloorEstimate? best = null;
        for (var steps = 0; steps <= LongestDelaySteps; steps++)
        {
            var estimate = Fit(tracks, steps);
            if (estimate is not null && (best is null || estimate.VelocityResidual < best.VelocityResidual))
            {
                best = estimate;
            }
        }

        return best ?? throw new ArgumentException("the tracks hold too little motion to identify a floor from", nameof(tracks));
    }

    private static FloorEstimate? Fit(IReadOnlyList<RobotTrack> tracks, int delaySteps)
    {
        // One delay's ticks are left out at the beginning for all delays alike, so that residuals compare.
        const int First = (LongestDelaySteps / PlanShape.StepsPerTick) + 1;
        var normal = new double[Unknowns, Unknowns + 1];
        var squares = 0.0;
        var count = 0;
        foreach (var track in tracks)
        {
            for (var t = First; t + 1 < track.Ticks; t++)
            {
                var u = Delayed(track, t, delaySteps);
                var (v, next) = (track.Velocities[t], track.Velocities[t + 1]);
                Accumulate(normal, [v.X, u.X, u.Y, 0, 0, 1, 0], next.X);
                Accumulate(normal, [v.Y, 0, 0, u.X, u.Y, 0, 1], next.Y);
                squares += next.LengthSquared();
                count++;
            }
        }

        var x = NormalEquations.Solve(normal);
        if (x is null || x[0] is not (> 0.01 and < 0.999))
        {
            return null;
        }

        var residual = Math.Sqrt(Math.Max(0, squares - NormalEquations.Explained(normal, x)) / (2.0 * count));
        var scale = 1 - x[0];
        var model = new ActuatorModel(
            (float)(-PlanShape.TickSeconds / Math.Log(x[0])), (float)(x[1] / scale), (float)(x[2] / scale), (float)(x[3] / scale), (float)(x[4] / scale),
            delaySteps * PlanShape.StepSeconds, new Vector2((float)(x[5] / scale), (float)(x[6] / scale)));
        return new FloorEstimate(model, residual, count);
    }

    /// <summary>The command that acts during tick t: that of a delay ago, mixed when the delay ends between two ticks.</summary>
    public static Vector2 Delayed(RobotTrack track, int t, int delaySteps)
    {
        ArgumentNullException.ThrowIfNull(track);
        var whole = delaySteps / PlanShape.StepsPerTick;
        var part = delaySteps % PlanShape.StepsPerTick / (float)PlanShape.StepsPerTick;
        var near = track.Commands[Math.Max(0, t - whole)];
        return part == 0f ? near : Vector2.Lerp(near, track.Commands[Math.Max(0, t - whole - 1)], part);
    }

    private static void Accumulate(double[,] normal, ReadOnlySpan<double> row, double value)
    {
        for (var i = 0; i < Unknowns; i++)
        {
            for (var j = 0; j < Unknowns; j++)
            {
                normal[i, j] += row[i] * row[j];
            }

            normal[i, Unknowns] += row[i] * value;
        }
    }
}
