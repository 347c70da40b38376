using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Sim.Parity.Mpe;

/// <summary>The files of MPE2: our scenarios in float64, on the lanes that batches run on.</summary>
internal sealed class MpeSystem : IGoldenSystem
{
    /// <inheritdoc/>
    public string System => "mpe2";

    /// <inheritdoc/>
    public void Run(JsonElement file, Comparison comparison)
    {
        comparison.Tolerance = Tolerance.Of(1e-9);
        try
        {
            new MpeRun<Lanes512<double>>(file, MpeKwargs.Read(file).Make<Lanes512<double>>(), comparison).Run();
        }
        catch (ScenarioException exception)
        {
            throw new GoldenException($"kwargs: {exception.Message}");
        }
    }
}
