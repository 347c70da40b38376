using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity.Waypoints;

/// <summary>
/// How far a recording with a certificate in the loop can be followed freely. The recorded commands are the quadratic programs' solutions but for
/// up to 4e-12 rad/s (measured against solutions of 50 digits, on the recorded certificates' rows). Under commands held for a second or two such a
/// difference can grow tenfold every few steps, so that two exact programs part: no rule gives the later steps from the first state.
/// </summary>
/// <remarks>
/// A step is beyond the horizon only if the free run has left the recording there, and twins of it that were turned by the recording's own
/// inaccuracy at each step have left it as well, or nearly. What lies beyond is compared one step at a time, as all steps are.
/// </remarks>
internal static class Horizon
{
    /// <summary>Disturbed worlds that run beside the free one.</summary>
    public const int Twins = 4;

    private const double Inaccuracy = 5e-12;

    // The recording need not have gone a way that a twin went.
    private const double Margin = 10d;

    /// <summary>The number of steps that can be followed: all, unless the free run leaves the recording as its twins do.</summary>
    public static int Of(JsonElement file, Tolerance tolerance, Func<Comparison, WaypointReplay> create)
    {
        var check = new Comparison { Tolerance = tolerance };
        var world = create(check);
        var twins = Enumerable.Range(0, Twins).Select(_ => create(new Comparison { Tolerance = tolerance })).ToList();
        foreach (var replay in twins.Append(world))
        {
            replay.Load(GoldenValues.Member(file, "init"));
        }

        var (count, spread) = (0, 0d);
        foreach (var step in GoldenValues.Entries(file, "steps"))
        {
            count++;
            world.Step(count, step);
            for (var t = 0; t < Twins; t++)
            {
                twins[t].Step(count, step);
                twins[t].Disturb(Inaccuracy, count + (5 * t));
                spread = Math.Max(spread, twins[t].DistanceTo(world));
            }

            if (check.Failure is not null)
            {
                return Margin * spread > tolerance.FreeRun ? count - 1 : int.MaxValue;
            }
        }

        return int.MaxValue;
    }
}
