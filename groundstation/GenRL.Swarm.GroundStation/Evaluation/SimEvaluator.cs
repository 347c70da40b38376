using System.Text.Json;
using GenRL.Swarm.GroundStation.Cycle;
using GenRL.Swarm.Registry.Gate;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>
/// Measures two bundles for the gate: <see cref="GateTrial"/>, in a process of its own (<c>swarm-groundstation evaluate</c>). A process,
/// because its low priority would leak from a thread to whatever threads the runtime starts from there, because a candidate's graphs are run by native
/// code that must not be able to end the web host, and because it can be ended at any moment.
/// </summary>
/// <param name="process">Runs it: nice 10, and dead with the station.</param>
public sealed class SimEvaluator(LearnerProcess process) : IEvaluator
{
    /// <summary>Beside this assembly, whichever program loaded it.</summary>
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "swarm-groundstation");

    /// <inheritdoc/>
    public async Task<GateEvidence> EvaluateAsync(GateRequest request, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("swarm-gate-");
        try
        {
            var (asked, answered) = (Path.Combine(folder.FullName, "request.json"), Path.Combine(folder.FullName, "result.json"));
            await File.WriteAllBytesAsync(asked, JsonSerializer.SerializeToUtf8Bytes(request, EvaluationJson.Default.GateRequest), cancellationToken);
            var (exitCode, error) = await process.RunAsync(
                [Program, EvaluateCommand.Verb, asked, answered], line => progress.Report(line.Progress), cancellationToken);
            if (exitCode != 0)
            {
                throw new InvalidOperationException($"the gate's evaluation ended with code {exitCode}: {error ?? "it said nothing"}");
            }

            var result = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(answered, cancellationToken), EvaluationJson.Default.EvaluationResult)!;
            return result.Evidence ?? throw new InvalidDataException(result.Unflyable);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
