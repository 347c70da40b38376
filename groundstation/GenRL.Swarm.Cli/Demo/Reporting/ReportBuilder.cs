using System.Reflection;
using System.Runtime.InteropServices;
using GenRL.Swarm.Cli.Demo.Flying;
using GenRL.Swarm.Cli.Demo.Preparing;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>Gathers the report from the world's results, the robots' logs and statuses, the station's records and the candidate's report.</summary>
internal sealed class ReportBuilder(Preparation run, ControlDesk desk, StationClient station, ArrivedLogs logs)
{
    /// <summary>The report of a run whose phases are over.</summary>
    /// <param name="a">Phase A.</param>
    /// <param name="learned">Phase B.</param>
    /// <param name="c">Phase C; null when it was not flown.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<DemoReport> BuildAsync(FlownPhase a, LearningOutcome learned, FlownPhase? c, CancellationToken cancellationToken)
    {
        var spans = await logs.ListAsync(cancellationToken);
        var release = (await station.ReleasesAsync(cancellationToken)).FirstOrDefault(r => r.Release != learned.Incumbent)?.Release;
        var candidate = release is { } id ? CandidateReport.Read(run.Folder.Learning, id) : null;
        FlownPhase[] flown = c is null ? [a] : [a, c];
        var report = new DemoReport
        {
            Seed = run.Options.Seed,
            Robots = run.Options.Robots,
            Versions = Versions(),
            Phases = [.. flown.Select(phase => Figures(phase, spans))],
            OldRelease = learned.Incumbent.Hex,
            NewRelease = release?.Hex,
            LearningFailure = learned.Failure,
            Gate = learned.Gate,
            Rollout = learned.Rollout,
            Flying = desk.Robots.ToDictionary(r => r.Key, r => r.Value.Release),
            Prediction = CandidateReport.Predictions(candidate),
            Candidate = candidate,
            Folder = run.Folder.Root,
        };
        return report with { Unmet = ExitConditions.Unmet(report) };
    }

    private PhaseFigures Figures(FlownPhase phase, IReadOnlyList<LogSpan> spans) => new(
        phase.Name, phase.Staged, phase.Missions, LogFigures.Read(spans, run.Options.Robots, phase.Missions.Select(m => m.Number).ToHashSet()));

    private static Dictionary<string, string> Versions() => new()
    {
        ["swarm"] = typeof(ReportBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        ["dotnet"] = RuntimeInformation.FrameworkDescription,
        ["system"] = RuntimeInformation.OSDescription,
        ["processors"] = $"{Environment.ProcessorCount}",
    };
}
