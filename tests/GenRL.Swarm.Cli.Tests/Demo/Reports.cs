using GenRL.Swarm.Cli.Demo.Reporting;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Cli.Tests.Demo;

/// <summary>A report of a demo that closed the loop, to be spoilt.</summary>
internal static class Reports
{
    public static readonly string Old = new('a', 64);

    public static readonly string New = new('b', 64);

    public static DemoReport Closed { get; } = new()
    {
        Seed = 7,
        Robots = 2,
        Versions = new Dictionary<string, string>(),
        Phases = [Phase("A", collisions: 3), Phase("C", collisions: 0)],
        OldRelease = Old,
        NewRelease = New,
        Gate = new GateReport(new ReleaseId(New), Passed: true, [], Evidence: null),
        Flying = new Dictionary<int, string> { [0] = New, [1] = New },
        Prediction = [Row("ego_2.0s", new Interval(0.5, 0.45, 0.6))],
        Folder = "runs/demo",
    };

    public static PhaseFigures Phase(string name, int collisions, params RobotFigures[] robots) => new(
        name, Staged: true,
        [Mission(0, 5.0, 0.5f, 0), Mission(1, collisions > 0 ? null : 6.0, 0.3f, collisions)],
        robots.Length > 0 ? robots : [Robot(0), Robot(1)]);

    public static RobotFigures Robot(int number) => new() { Robot = number, Steps = 500, Ticks = 100, IntervenedSteps = 50, TickP50Ms = 1 + number, TickP99Ms = 4 };

    public static PredictionRow Row(string name, Interval change) =>
        new(name, new Interval(2, 1.9, 2.1), new Interval(1, 0.9, 1.1), LeastSquares: null, change);

    private static MissionResult Mission(int index, double? seconds, float distance, int collisions) => new(
        index, index, "crossing", seconds is not null && collisions == 0, seconds is not null, seconds, collisions, 0, distance, 4f, 0);
}
