using GenRL.Swarm.Configuration;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard.Hardware;

/// <summary>A fleet's configuration in the form that the agent takes: what a robot flies with, and what a replay of its log must fly with again.</summary>
public static class AgentConfiguration
{
    /// <summary>The agent of <paramref name="robot"/>.</summary>
    /// <param name="swarm">The effective configuration.</param>
    /// <param name="robot">The robot's part of it.</param>
    /// <param name="seed">The run's seed.</param>
    public static AgentOptions Agent(SwarmConfiguration swarm, RobotConfiguration robot, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(swarm);
        ArgumentNullException.ThrowIfNull(robot);
        var shield = new ShieldOptions
        {
            Radius = robot.Radius,
            ControlPointAhead = robot.ControlPointAhead,
            MaxSpeed = robot.MaxSpeed,
            MaxAcceleration = robot.MaxAcceleration,
            UsableBraking = swarm.Shield.UsableBraking,
            Gamma = swarm.Shield.Gamma,
            Margin = swarm.Shield.Margin,
            StaleSeconds = swarm.Shield.StaleSeconds,
            NeighbourShare = swarm.Shield.NeighbourShare,
            UnseenApproach = swarm.Shield.UnseenApproach,
        };
        return new AgentOptions(new RobotId((ushort)robot.Id), (float)robot.Radius, (float)robot.MaxSpeed, shield, seed);
    }

    /// <summary>How its models are loaded.</summary>
    public static ModelBundleOptions Models(SwarmConfiguration swarm)
    {
        ArgumentNullException.ThrowIfNull(swarm);
        return new ModelBundleOptions(
            swarm.Plan.Samples, [.. swarm.Models.ExecutionProviders.Select(provider => provider.Kind.ToString().ToLowerInvariant())]);
    }
}
