using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Records;

namespace GenRL.Swarm.Registry.Gate;

/// <summary>Lets a candidate pass, or refuses it, on evidence; records both with the reasons.</summary>
public sealed class ReleaseGate(IEvaluator evaluator, Releases releases, GateReports reports)
{
    /// <summary>Episodes on the identified floor without which it judges nothing.</summary>
    /// <value>Default 200.</value>
    public int MinEpisodes { get; init; } = GateRule.MinEpisodes;

    /// <summary>Has both bundles measured, judges, and moves the candidate to passed or refused.</summary>
    /// <param name="candidate">The candidate, noted in the registry.</param>
    /// <param name="request">What to measure.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it early; the candidate stays one.</param>
    public async Task<GateReport> ExamineAsync(
        ReleaseId candidate, GateRequest request, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var report = await MeasureAsync(candidate, request, progress, cancellationToken);
        reports.Add(report);
        if (report.Passed)
        {
            releases.Pass(candidate);
        }
        else
        {
            releases.Refuse(candidate, string.Join("; ", report.Reasons));
        }

        return report;
    }

    private async Task<GateReport> MeasureAsync(
        ReleaseId candidate, GateRequest request, IProgress<double> progress, CancellationToken cancellationToken)
    {
        try
        {
            var evidence = await evaluator.EvaluateAsync(request, progress, cancellationToken);
            var verdict = GateRule.Judge(evidence, MinEpisodes);
            return new GateReport(candidate, verdict.Passed, [.. verdict.Refusals.Select(r => r.ToString())], evidence);
        }
        catch (InvalidDataException e)
        {
            return new GateReport(candidate, Passed: false, [$"cannot be flown: {e.Message}"], Evidence: null);
        }
    }
}
