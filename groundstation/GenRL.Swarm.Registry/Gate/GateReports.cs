using System.Text.Json;
using GenRL.Swarm.Registry.Storage;

namespace GenRL.Swarm.Registry.Gate;

/// <summary>The gate's reports. Thread-safe.</summary>
public sealed class GateReports(RegistryDatabase database)
{
    /// <summary>Keeps a report.</summary>
    public void Add(GateReport report) => database.Execute(
        "INSERT INTO gate_reports (release, passed, report, at_ms) VALUES ($release, $passed, $report, $now)",
        ("$release", report.Release.Hex), ("$passed", report.Passed), ("$report", JsonSerializer.Serialize(report, RegistryJson.Default.GateReport)),
        ("$now", database.NowMilliseconds()));

    /// <summary>All reports, the latest first.</summary>
    public IReadOnlyList<GateReport> List() => database.Query(
        "SELECT report FROM gate_reports ORDER BY number DESC", r => JsonSerializer.Deserialize(r.GetString(0), RegistryJson.Default.GateReport)!);
}
