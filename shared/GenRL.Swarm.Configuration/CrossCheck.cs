using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Configuration;

/// <summary>Rules that tie several values together, which a schema cannot say.</summary>
internal static class CrossCheck
{
    /// <summary>An error for each rule that is broken.</summary>
    public static IEnumerable<ConfigurationError> Run(SwarmConfiguration configuration, string source)
    {
        ConfigurationError Wrong(string path, string reason) => new(source, path, reason);
        if (configuration.Robots.IsEmpty)
        {
            yield return Wrong("robots", "a fleet needs at least one robot");
        }

        for (var i = 0; i < configuration.Robots.Length; i++)
        {
            var robot = configuration.Robots[i];
            if (configuration.Robots.Take(i).Any(other => other.Id == robot.Id))
            {
                yield return Wrong($"robots[{i}].id", $"{robot.Id} is another robot's too");
            }

            if (robot.Kinematics == KinematicsKind.Holonomic && robot.ControlPointAhead != 0)
            {
                yield return Wrong($"robots[{i}].control_point_ahead_m", "must be 0 for a holonomic robot");
            }

            if (robot.Kinematics == KinematicsKind.DifferentialDrive && robot.ControlPointAhead == 0)
            {
                yield return Wrong($"robots[{i}].control_point_ahead_m", "must be above 0 for a differential drive");
            }
        }

        if (configuration.Fleet.Length is 0 or > 64 || !configuration.Fleet.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            yield return Wrong("fleet", "must be 1 to 64 letters, digits, - and _: it is part of topics and file names");
        }

        if (configuration.Models.ExecutionProviders.IsEmpty)
        {
            yield return Wrong("models.execution_providers", "at least one is needed");
        }

        if (configuration.Bus.Host.Length == 0)
        {
            yield return Wrong("bus.host", "must not be empty");
        }

        if (configuration.Log.Folder.Length == 0)
        {
            yield return Wrong("log.folder", "must not be empty");
        }

        if (!Uri.TryCreate(configuration.GroundStation.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return Wrong("ground_station.url", "must be an absolute http or https address");
        }
    }
}
