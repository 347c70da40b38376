namespace GenRL.Swarm.Sim.Parity;

/// <summary>The fields of the JSON report.</summary>
internal sealed record ParityDocument(
    string Folder, bool Passed, int Files, int FilesPassed, int FilesPassedInPart, IReadOnlyList<ParityDocument.SystemRow> Systems, IReadOnlyList<ParityDocument.FileRow> Results)
{
    /// <summary>The files of a system together.</summary>
    internal sealed record SystemRow(
        string System, int Files, int FilesPassed, int FilesPassedInPart, long Steps, long ValuesCompared, long ValuesInjected, WorstRow Worst, IReadOnlyList<ToleranceRow> Tolerances);

    /// <summary>One file; its failure names the first value beyond the tolerance, or what stopped it.</summary>
    internal sealed record FileRow(
        string File, string System, bool Passed, int Steps, long ValuesCompared, long ValuesInjected, WorstRow Worst, ToleranceRow Tolerance,
        IReadOnlyList<string> NotCompared, string? Failure);

    /// <summary>Greatest absolute deviations, over free run and single steps.</summary>
    internal sealed record WorstRow(double? Position, double? Velocity, double? Observation, double? Reward, double? Done, double? State);

    /// <summary>Greatest absolute deviations that pass; 0 is exact.</summary>
    internal sealed record ToleranceRow(double FreeRun, double OneStep, double Reward);
}
