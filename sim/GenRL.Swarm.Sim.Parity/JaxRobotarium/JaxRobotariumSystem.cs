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
        var certified = JaxRobotariumSettings.Scenario(file).Options.Certified;
        comparison.Tolerance = Tolerance.Of(certified ? WithCertificate : WithoutCertificate);
        WaypointReplay Create(Comparison receiver) => new JaxRobotariumReplay(JaxRobotariumSettings.Scenario(file), receiver);
        if (certified)
        {
            WaypointRun.RunCertified(file, comparison, Create);
        }
        else
        {
            WaypointRun.Run(file, comparison, Create);
        }
    }
}
