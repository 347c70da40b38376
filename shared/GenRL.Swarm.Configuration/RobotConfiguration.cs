using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;

namespace GenRL.Swarm.Configuration;

/// <summary>One robot. What <c>robot_defaults</c> says holds for every robot that does not say otherwise.</summary>
public sealed record RobotConfiguration
{
    /// <summary>Number within the fleet.</summary>
    [Range(0, RobotId.MaxValue)]
    public required int Id { get; init; }

    /// <summary>How it moves.</summary>
    public required KinematicsKind Kinematics { get; init; }

    /// <summary>Radius of the disc that covers the body, metres.</summary>
    [JsonPropertyName("radius_m"), Range(0.01, 2.0)]
    public required double Radius { get; init; }

    /// <summary>Distance of the control point ahead of the axle, metres; 0 when holonomic.</summary>
    [JsonPropertyName("control_point_ahead_m"), Range(0.0, 1.0)]
    public required double ControlPointAhead { get; init; }

    /// <summary>Largest commanded speed, metres per second.</summary>
    [JsonPropertyName("max_speed_m_per_s"), Range(0.01, 10.0)]
    public required double MaxSpeed { get; init; }

    /// <summary>Largest acceleration that the wheels give without slipping, metres per second squared.</summary>
    [JsonPropertyName("max_acceleration_m_per_s2"), Range(0.05, 50.0)]
    public required double MaxAcceleration { get; init; }

    /// <summary>Its sensors.</summary>
    public required SensorConfiguration Sensors { get; init; }
}

/// <summary>What a robot senses with.</summary>
public sealed record SensorConfiguration
{
    /// <summary>Lidar rays in a turn; 0 without a lidar.</summary>
    [Range(0, SensorFrame.MaxRays)]
    public required int LidarRays { get; init; }

    /// <summary>Range of the lidar, metres.</summary>
    [JsonPropertyName("lidar_range_m"), Range(0.1, 200.0)]
    public required double LidarRange { get; init; }

    /// <summary>Range within which neighbours are seen, metres.</summary>
    [JsonPropertyName("neighbour_range_m"), Range(0.1, 200.0)]
    public required double NeighbourRange { get; init; }
}
