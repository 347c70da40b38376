namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>When the demo counts as closed: every robot flew, all logs arrived, the gate passed, all fly the new release, nobody collided in C, and the prediction got better.</summary>
internal static class ExitConditions
{
    /// <summary>The row that decides.</summary>
    public const string DecidingRow = "ego_2.0s";

    /// <summary>By how much the ratio must have fallen at the worse end of its interval.</summary>
    public const double RequiredReduction = 0.40;

    /// <summary>Each condition that is not met, one line with its figures.</summary>
    public static IReadOnlyList<string> Unmet(DemoReport report) =>
        [.. Flown(report, "A"), .. Learned(report), .. report.NewRelease is null ? [] : Flown(report, "C"), .. Swapped(report), .. Collided(report), .. Improved(report)];

    private static IEnumerable<string> Flown(DemoReport report, string name)
    {
        if (report.Phase(name) is not { } phase)
        {
            yield return $"phase {name} was not flown";
            yield break;
        }

        foreach (var robot in phase.Robots)
        {
            if (robot.Ticks == 0)
            {
                yield return $"r{robot.Robot} did not fly in {name}";
            }
            else if (robot.TicksNotInLogs > 0)
            {
                yield return $"{robot.TicksNotInLogs} of r{robot.Robot}'s ticks in {name} are in no log that arrived";
            }
        }
    }

    private static IEnumerable<string> Learned(DemoReport report)
    {
        if (report.LearningFailure is { } failure)
        {
            yield return $"nothing was learned: {failure}";
        }
        else if (report.Gate is not { Passed: true })
        {
            yield return report.Gate is null ? "the gate gave no verdict" : $"the gate refused: {string.Join("; ", report.Gate.Reasons)}";
        }
    }

    private static IEnumerable<string> Swapped(DemoReport report)
    {
        if (report.NewRelease is not { } wanted || report.Gate is not { Passed: true })
        {
            yield break;
        }

        for (var robot = 0; robot < report.Robots; robot++)
        {
            if (report.Flying.GetValueOrDefault(robot) != wanted)
            {
                yield return $"r{robot} does not fly the new release{(report.Rollout is { Reason.Length: > 0 } r ? $" (rollout: {r.Reason})" : "")}";
            }
        }
    }

    private static IEnumerable<string> Collided(DemoReport report)
    {
        if (report.Phase("C") is { Collisions: > 0 } c)
        {
            yield return $"{c.Collisions} collisions in C";
        }
    }

    private static IEnumerable<string> Improved(DemoReport report)
    {
        var row = report.Prediction.FirstOrDefault(p => p.Name == DecidingRow);
        if (row is null)
        {
            yield return $"{DecidingRow} was not measured";
        }
        else if (!(row.ReductionAtWorst >= RequiredReduction))
        {
            yield return $"{DecidingRow} fell by {row.ReductionAtWorst:P0} at the worse end of its interval, not by {RequiredReduction:P0}";
        }
    }
}
