using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity.Waypoints;

/// <summary>Runs a file freely and one step at a time.</summary>
internal static class WaypointRun
{
    /// <summary>Runs a file whose commands pass a certificate: freely up to the <see cref="Horizon"/>.</summary>
    public static void RunCertified(JsonElement file, Comparison comparison, Func<Comparison, WaypointReplay> create)
    {
        var horizon = Horizon.Of(file, comparison.Tolerance, create);
        if (horizon != int.MaxValue)
        {
            comparison.NotCompared.Add(
                $"free run from step {horizon + 1} on: the recorded programs' inaccuracy has grown beyond the tolerance (compared one step at a time)");
        }

        Run(file, comparison, create, horizon);
    }

    /// <summary>Runs a file.</summary>
    /// <param name="file">Its root.</param>
    /// <param name="comparison">Receives the comparisons; its tolerance is set.</param>
    /// <param name="create">Makes a world that reports to a comparison.</param>
    /// <param name="horizon">Steps that are followed freely.</param>
    public static void Run(JsonElement file, Comparison comparison, Func<Comparison, WaypointReplay> create, int horizon = int.MaxValue)
    {
        foreach (var oneStep in (ReadOnlySpan<bool>)[false, true])
        {
            comparison.OneStep = oneStep;
            comparison.Steps = Follow(file, comparison, create(comparison), horizon);
        }
    }

    private static int Follow(JsonElement file, Comparison comparison, WaypointReplay replay, int horizon)
    {
        var state = GoldenValues.Member(file, "init");
        replay.Load(state);
        comparison.At(0, "init");
        replay.CompareStart(file);
        var count = 0;
        foreach (var step in GoldenValues.Entries(file, "steps"))
        {
            count++;
            if (comparison.OneStep)
            {
                replay.Load(state);
            }

            if (comparison.OneStep || count <= horizon)
            {
                replay.Step(count, step);
            }

            state = replay.StateOf(step);
        }

        return count;
    }
}
