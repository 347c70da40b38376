using System.Text.Json;
using GenRL.Swarm.Sim.Parity.Waypoints;

namespace GenRL.Swarm.Sim.Parity.Marbler;

/// <summary>Runs the trajectories of MARBLER's scenarios.</summary>
/// <remarks>
/// One step starts from the stored state of the step before; what no file stores - the position that a step read last, who ever was on the goal -
/// is what the one step before came to.
/// </remarks>
internal sealed class MarblerSystem : IGoldenSystem
{
    private const double WithCertificate = 1e-6;

    /// <inheritdoc/>
    public string System => "marbler";

    /// <inheritdoc/>
    public void Run(JsonElement file, Comparison comparison)
    {
        comparison.Tolerance = Tolerance.Of(WithCertificate);
        foreach (var oneStep in (ReadOnlySpan<bool>)[false, true])
        {
            comparison.OneStep = oneStep;
            Run(file, new MarblerReplay(MarblerSettings.Scenario(file), comparison), comparison);
        }
    }

    private static void Run(JsonElement file, MarblerReplay replay, Comparison comparison)
    {
        var state = GoldenValues.Member(file, "init");
        replay.Load(state);
        var count = 0;
        foreach (var step in GoldenValues.Entries(file, "steps"))
        {
            if (comparison.OneStep)
            {
                replay.Load(state);
            }

            replay.Step(++count, step);
            state = step;
        }

        comparison.Steps = count;
    }
}
