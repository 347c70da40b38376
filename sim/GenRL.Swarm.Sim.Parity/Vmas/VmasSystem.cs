using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Parity.Vmas;

/// <summary>VMAS: files in float64 by lanes of float64, files in float32 by lanes of float32.</summary>
internal sealed class VmasSystem : IGoldenSystem
{
    public string System => "vmas";

    public void Run(JsonElement file, Comparison comparison)
    {
        switch (file.Get("precision").GetString())
        {
            case "float64":
                comparison.Tolerance = Tolerance.Of(1e-9);
                new VmasRun<Lanes512<double>>(file, comparison).All();
                break;
            case "float32":
                // Five substeps of stiff contacts: flocking's rounding grows faster.
                var free = file.Get("scenario").GetString() == "flocking" ? 1e-3 : 1e-4;
                // Rewards are up to a hundred times a distance, and so is their rounding.
                comparison.Tolerance = new Tolerance(free, 1e-6, free) { OneStepReward = 5e-5 };
                new VmasRun<Lanes512<float>>(file, comparison).All();
                break;
            default:
                throw new GoldenException($"\"precision\": {file.Get("precision").GetRawText()} is neither \"float32\" nor \"float64\"");
        }
    }
}
