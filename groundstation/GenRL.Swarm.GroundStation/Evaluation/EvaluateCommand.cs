using System.Text.Json;
using GenRL.Swarm.GroundStation.Cycle;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Trust.Files;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary><c>swarm-groundstation evaluate REQUEST RESULT</c>: the other end of <see cref="SimEvaluator"/>; progress goes to standard output.</summary>
internal static class EvaluateCommand
{
    public const string Verb = "evaluate";

    /// <summary>Measures, and writes the result. Returns the exit code: 1, with a line on standard error, when nothing could be measured.</summary>
    public static int Run(string requestFile, string resultFile)
    {
        try
        {
            var request = JsonSerializer.Deserialize(File.ReadAllBytes(requestFile), EvaluationJson.Default.GateRequest)!;
            OnnxRuntimeLibrary.Load();
            var result = Measure(request);
            AtomicFile.Write(resultFile, JsonSerializer.SerializeToUtf8Bytes(result, EvaluationJson.Default.EvaluationResult));
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or JsonException or DllNotFoundException)
        {
            Console.Error.WriteLine($"evaluate: {e.Message}");
            return 1;
        }
    }

    private static EvaluationResult Measure(GateRequest request)
    {
        try
        {
            using var trial = new GateTrial(request);
            return new EvaluationResult(trial.Measure(new Printed(), CancellationToken.None), null);
        }
        catch (InvalidDataException e)
        {
            return new EvaluationResult(null, e.Message);
        }
    }

    private sealed class Printed : IProgress<double>
    {
        public void Report(double value) =>
            Console.WriteLine(JsonSerializer.Serialize(new LearnerLine("gate", value), StationJson.Default.LearnerLine));
    }
}
