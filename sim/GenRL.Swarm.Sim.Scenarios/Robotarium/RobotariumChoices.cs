using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>Checks a world's options and finds what they name.</summary>
internal static class RobotariumChoices
{
    /// <summary>Most robots of a world.</summary>
    public const int MostRobots = 4096;

    /// <summary>Throws where an option is out of its range.</summary>
    /// <exception cref="ScenarioException">The message names it.</exception>
    public static void Check(RobotariumOptions options)
    {
        if (options.Robots is < 1 or > MostRobots)
        {
            throw new ScenarioException($"robots: {options.Robots} is not between 1 and {MostRobots}");
        }

        if (options.Steps < 1)
        {
            throw new ScenarioException($"steps: {options.Steps} is not positive");
        }

        if (options is { Certificate: RobotariumCertificate.Robust, Generation: RobotariumGeneration.V2 })
        {
            throw new ScenarioException("certificate: version 2.0 has no robust one");
        }

        if (options.Obstacles.Any(wall => !double.IsFinite(wall.X + wall.Y + wall.ToX + wall.ToY)))
        {
            throw new ScenarioException("obstacles: an end is not finite");
        }
    }

    /// <summary>The certificate that options name, with the arena's sides in place of the testbed's; null for none.</summary>
    public static CertificateOptions? Certificate(RobotariumOptions options, Arena arena)
    {
        var name = options.Certificate switch
        {
            RobotariumCertificate.None => null,
            RobotariumCertificate.Uni => "uni",
            RobotariumCertificate.UniBoundary => "uni_boundary",
            _ => "robust_boundary",
        };
        if (name is null)
        {
            return null;
        }

        var known = options.Generation == RobotariumGeneration.V2 ? KnownCertificates.V2(name) : KnownCertificates.Legacy(name);
        return known! with { Sides = known.Sides is null ? null : arena };
    }
}
