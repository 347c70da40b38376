using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Registry.Gate;

namespace GenRL.Swarm.Registry.Tests;

/// <summary>Makes what the tests speak of.</summary>
internal static class Make
{
    public static ReleaseId Release(char digit) => new(new string(digit, 64));

    public static BundleManifest Manifest(string floor = "nominal", ReleaseId? parent = null) => new(
        1, "2026-01-31T12:00:00Z", floor, [new BundleFile("a.onnx", new string('0', 64), 1)],
        new BundleLineage(parent?.Hex, [], [7], "0.1.0", "test"), new Dictionary<string, double>());

    public static RobotStatus Status(int robot, ReleaseId release, long goodTicks) => new(
        robot, 0, 0f, 0f, 0f, 0f, 0f, 0.2f, null, [], [], release.Hex, 0, new ShieldActivity(ShieldReason.None, 0),
        new TickHealth(goodTicks, goodTicks, 0, 1f, 2f), false);

    public static ReleaseReport Report(int robot, ReleaseId release, ReleaseReportState state) => new(robot, release.Hex, state, "test");

    public static BundleEvidence Evidence(char digit = 'a') => new(
        Release(digit), new FlightEvidence(200, 190, 2, 0.10, 6.0), new FlightEvidence(200, 199, 0, 0.02, 5.0),
        new Dictionary<string, double> { ["ego_2.0s"] = 0.5, ["neighbour_2.0s"] = 0.2 }, 1.5);
}
