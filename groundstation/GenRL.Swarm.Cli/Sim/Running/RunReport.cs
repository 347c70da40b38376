using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenRL.Swarm.Cli.Sim.Running;

/// <summary>What a run came to.</summary>
/// <param name="Scenario">Its name.</param>
/// <param name="Robots">Agents of a world.</param>
/// <param name="Worlds">Number of worlds.</param>
/// <param name="Threads">Threads that stepped them.</param>
/// <param name="Policy">Who chose the actions.</param>
/// <param name="Seed">Everything random follows from it.</param>
/// <param name="Steps">Steps of each world.</param>
/// <param name="WallS">Seconds that they took, choosing the actions included.</param>
/// <param name="Episodes">Episodes that ended.</param>
/// <param name="Return">Of an episode, summed over agents.</param>
/// <param name="Length">Of an episode, steps.</param>
internal sealed record RunReport(
    string Scenario, int Robots, int Worlds, int Threads, string Policy, ulong Seed, long Steps, double WallS, long Episodes,
    RunReport.Figure Return, RunReport.Figure Length)
{
    /// <summary>Steps of worlds per second.</summary>
    public double EnvStepsPerS => Steps * (double)Worlds / WallS;

    /// <summary>Steps of agents per second.</summary>
    public double AgentStepsPerS => EnvStepsPerS * Robots;

    /// <summary>Writes it for people.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine($"scenario  {Scenario}: {Robots} robots, {Worlds} {(Worlds == 1 ? "world" : "worlds")}, {Threads} {(Threads == 1 ? "thread" : "threads")}, {Policy} policy, seed {Seed}");
        output.WriteLine($"steps     {Steps} of each world in {WallS:0.000} s: {EnvStepsPerS:N0} env-steps/s, {AgentStepsPerS:N0} agent-steps/s, drawing the actions included");
        output.WriteLine(Episodes == 0 ? "episodes  none ended: more --steps are needed" : $"episodes  {Episodes} ended");
        if (Episodes > 0)
        {
            output.WriteLine($"return    {Return} per episode, all robots together");
            output.WriteLine($"length    {Length} steps per episode");
        }
    }

    /// <summary>JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RunJson.Default.RunReport);

    /// <summary>A mean over episodes.</summary>
    /// <param name="Mean">NaN where none ended.</param>
    /// <param name="HalfWidth95">Half the width of its 95 % interval; NaN for less than two.</param>
    internal sealed record Figure(double Mean, double HalfWidth95)
    {
        /// <inheritdoc/>
        public override string ToString() => double.IsNaN(HalfWidth95) ? $"{Mean:0.###}" : $"{Mean:0.###} \u00b1 {HalfWidth95:0.###} (95 %)";
    }
}

/// <summary>Run reports as JSON: snake_case, numbers that are not finite as text.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class RunJson : JsonSerializerContext;
