using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Registry.Records;

/// <summary>An uploaded tick log.</summary>
/// <param name="Sha256">The hash of its content, 64 hexadecimal digits.</param>
/// <param name="Robot">The robot that wrote it.</param>
/// <param name="Name">The robot's name for it.</param>
/// <param name="Bytes">Its length, bytes.</param>
/// <param name="Received">When it was complete.</param>
public sealed record LogRecord(string Sha256, RobotId Robot, string Name, long Bytes, DateTimeOffset Received);
