namespace GenRL.Swarm.Contracts.Identity;

/// <summary>A robot's number within its fleet, 0 to <see cref="MaxValue"/>: 12 bits on the wire.</summary>
/// <param name="Value">The number.</param>
public readonly record struct RobotId(ushort Value)
{
    /// <summary>The largest number that the intention frame can carry.</summary>
    public const ushort MaxValue = 0xFFF;

    /// <summary>The name used in topics, file names and logs: <c>r0</c>, <c>r1</c>, ...</summary>
    public override string ToString() => $"r{Value}";
}
