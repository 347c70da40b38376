using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity.Tests;

/// <summary>A system whose files hold a starting number and, step by step, the number plus one: free run and single steps.</summary>
internal sealed class MadeUpSystem(string name) : IGoldenSystem
{
    public string System => name;

    public void Run(JsonElement file, Comparison comparison)
    {
        comparison.Tolerance = file.TryGetProperty("loose", out _) ? new Tolerance(1e-4, 1e-6, 1e-4) : Tolerance.Of(1e-9);
        if (file.TryGetProperty("throw", out var kind))
        {
            comparison.At(1, "agent 0");
            throw (Exception)Activator.CreateInstance(Type.GetType(kind.GetString()!)!)!;
        }

        var number = file.GetProperty("init").GetDouble();
        var before = number;
        foreach (var step in file.GetProperty("steps").EnumerateArray())
        {
            comparison.Steps++;
            comparison.At(comparison.Steps, "agent 0");
            comparison.Expect(Quantity.Position, step.GetDouble(), ++number);
            comparison.Inject(1);
        }

        comparison.OneStep = true;
        foreach (var (index, step) in file.GetProperty("steps").EnumerateArray().Index())
        {
            comparison.At(index + 1, "agent 0");
            comparison.Expect(Quantity.Position, step.GetDouble(), before + 1);
            comparison.Inject(1);
            before = step.GetDouble();
        }

        comparison.NotCompared.Add("the weather");
    }
}
