using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>The robot's body, as it tells its neighbours.</summary>
/// <param name="Kinematics">How it moves.</param>
/// <param name="RadiusMetres">Radius of its disc.</param>
/// <param name="MaxSpeedMetresPerSecond">Largest commanded speed.</param>
/// <param name="MaxAccelerationMetresPerSecondSquared">Largest acceleration.</param>
internal sealed record BodyOptions(
    KinematicsKind Kinematics, float RadiusMetres, float MaxSpeedMetresPerSecond, float MaxAccelerationMetresPerSecondSquared);
