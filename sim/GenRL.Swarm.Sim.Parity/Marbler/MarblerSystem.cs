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
        WaypointRun.RunCertified(file, comparison, receiver => new MarblerReplay(MarblerSettings.Scenario(file), receiver));
    }
}
