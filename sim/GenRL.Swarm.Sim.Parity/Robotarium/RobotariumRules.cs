using System.Collections.Immutable;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>In what the two published simulators differ.</summary>
/// <param name="System">Name in the files.</param>
/// <param name="Platform">The robot.</param>
/// <param name="Position">si_position_controller.</param>
/// <param name="Steer">si_to_uni_dynamics at its defaults.</param>
/// <param name="Certificate">Certificates by name; null for none of that name.</param>
/// <param name="Errors">Names of its counters of violations.</param>
/// <param name="CountsCommandsAsSet">Whether the check of actuators sees commands before they are limited.</param>
internal sealed record RobotariumRules(
    string System,
    Platform Platform,
    PositionController Position,
    Func<Pose, Vector2D, Twist> Steer,
    Func<string, CertificateOptions?> Certificate,
    ImmutableArray<string> Errors,
    bool CountsCommandsAsSet)
{
    /// <summary>Version 2.0.</summary>
    public static RobotariumRules V2 { get; } = new(
        "robotarium-v2",
        Platform.V2,
        PositionController.V2,
        (pose, velocity) => UnicycleMaps.Steer(pose, velocity),
        KnownCertificates.V2,
        ["robots_outside_boundaries", "robots_too_close", "exceeded_actuator_limits"],
        CountsCommandsAsSet: true);

    /// <summary>The version of 2023.</summary>
    public static RobotariumRules Legacy { get; } = new(
        "robotarium-legacy",
        Platform.Legacy,
        PositionController.Legacy,
        (pose, velocity) => UnicycleMaps.SteerLegacy(pose, velocity),
        KnownCertificates.Legacy,
        ["boundary", "collision", "actuator"],
        CountsCommandsAsSet: false);

    /// <summary>The certificate of that name.</summary>
    /// <exception cref="GoldenException">There is none.</exception>
    public CertificateOptions FindCertificate(string name) =>
        Certificate(name) ?? throw new GoldenException($"certificate: {System} has none named \"{name}\"");
}
