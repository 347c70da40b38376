namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>
/// How a drive differs from what the robot's own controller believes of it: motors that are not alike, that do nothing at small commands, a wheel
/// base that is not the drawn one. All ones and zero by default, which changes nothing, bit for bit.
/// </summary>
/// <remarks>
/// Dead zone: |x| up to d gives 0, beyond it sign(x) (|x| - d). It is a wheel's of a differential drive (after the wheel limit, before the gain), and each
/// axis' of the delayed command of a holonomic robot. Wheel gains and base scale mean nothing to a holonomic robot: its gains are the actuator model's.
/// </remarks>
public sealed record DriveModel
{
    /// <summary>A drive that does what it is told.</summary>
    public static DriveModel Perfect { get; } = new();

    /// <summary>Commands up to this do nothing, metres per second, not negative. Default 0.</summary>
    public float DeadZone { get; init; }

    /// <summary>What the left wheel settles at over what it is told. Default 1.</summary>
    public float LeftGain { get; init; } = 1f;

    /// <summary>What the right wheel settles at over what it is told. Default 1.</summary>
    public float RightGain { get; init; } = 1f;

    /// <summary>The wheel base that the robot turns with (tyres scrub) over the one that its controller computes with, positive. Default 1.</summary>
    public float WheelBaseScale { get; init; } = 1f;
}
