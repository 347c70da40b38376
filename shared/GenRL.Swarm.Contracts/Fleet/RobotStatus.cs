using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>What a robot tells the ground station of itself, 5 times a second. World frame.</summary>
/// <param name="Robot">The robot's number.</param>
/// <param name="StampNanoseconds">When it was written, nanoseconds on the fleet's clock.</param>
/// <param name="XMetres">Position, metres.</param>
/// <param name="YMetres">Position, metres.</param>
/// <param name="HeadingRadians">Heading, radians, counter-clockwise from the x axis.</param>
/// <param name="VelocityXMetresPerSecond">Velocity, metres per second.</param>
/// <param name="VelocityYMetresPerSecond">Velocity, metres per second.</param>
/// <param name="RadiusMetres">Radius of the robot's disc, metres.</param>
/// <param name="Goal">Where it is asked to be; null when it has no goal.</param>
/// <param name="PlanMetres">The imagined path of the plan in force: x0, y0, x1, y1, ... metres, one point per plan tick, at most <see cref="PlanShape.Horizon"/> points.</param>
/// <param name="Told">Where its neighbours said they go, at most <see cref="PlanShape.Neighbours"/> of them.</param>
/// <param name="Release">The release that it flies, 64 hexadecimal digits.</param>
/// <param name="Epoch">How often it swapped the release since its process began.</param>
/// <param name="Shield">What the shield does.</param>
/// <param name="Tick">How well it keeps its plan ticks.</param>
/// <param name="BatteryLow">Whether the battery is low.</param>
public sealed record RobotStatus(
    int Robot, long StampNanoseconds, float XMetres, float YMetres, float HeadingRadians,
    float VelocityXMetresPerSecond, float VelocityYMetresPerSecond, float RadiusMetres, RobotGoal? Goal,
    IReadOnlyList<float> PlanMetres, IReadOnlyList<ToldIntention> Told, string Release, int Epoch, ShieldActivity Shield, TickHealth Tick, bool BatteryLow);
