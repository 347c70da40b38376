using System.Text.Json;
using GenRL.Swarm.Sim.Parity.Waypoints;

namespace GenRL.Swarm.Sim.Parity.JaxRobotarium;

/// <summary>Runs the trajectories of JaxRobotarium's scenarios; only the warehouse's new requests are taken from a file.</summary>
internal sealed class JaxRobotariumSystem : IGoldenSystem
{
    private const double WithoutCertificate = 1e-9;
    private const double WithCertificate = 1e-6;

    /// <inheritdoc/>
    public string System => "jaxrobotarium";

    /// <inheritdoc/>
    public void Run(JsonElement file, Comparison comparison)
    {
        foreach (var oneStep in (ReadOnlySpan<bool>)[false, true])
        {
            comparison.OneStep = oneStep;
            var replay = new JaxRobotariumReplay(JaxRobotariumSettings.Scenario(file), comparison);
            comparison.Tolerance = Tolerance.Of(replay.Certified ? WithCertificate : WithoutCertificate);
            Run(file, replay, comparison);
        }
    }

    private static void Run(JsonElement file, JaxRobotariumReplay replay, Comparison comparison)
    {
        var state = GoldenValues.Member(file, "init");
        replay.Load(state);
        comparison.At(0, "init");
        replay.CompareCapabilities(GoldenValues.Member(file, "config"));
        replay.CompareObservations(GoldenValues.Member(file, "init_obs"));
        var count = 0;
        foreach (var step in GoldenValues.Entries(file, "steps"))
        {
            if (comparison.OneStep)
            {
                replay.Load(state);
            }

            replay.Step(++count, step);
            state = GoldenValues.Member(step, "state");
        }

        comparison.Steps = count;
    }
}
