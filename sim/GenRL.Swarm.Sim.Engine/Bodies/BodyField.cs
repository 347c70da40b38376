namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Where a body's numbers lie in a tile: number f of body b at <see cref="First"/> + b * <see cref="Count"/> + f.</summary>
internal static class BodyField
{
    /// <summary>Numbers before those of the first body: the steps of the episode, and the two words of the stream of random numbers.</summary>
    public const int First = 3;

    /// <summary>Position along x, m.</summary>
    public const int X = 0;

    /// <summary>Position along y, m.</summary>
    public const int Y = 1;

    /// <summary>Velocity along x, m/s.</summary>
    public const int VelocityX = 2;

    /// <summary>Velocity along y, m/s.</summary>
    public const int VelocityY = 3;

    /// <summary>Rotation, rad.</summary>
    public const int Rotation = 4;

    /// <summary>Angular velocity, rad/s.</summary>
    public const int Spin = 5;

    /// <summary>Cosine of the rotation, kept for lines and boxes.</summary>
    public const int Cos = 6;

    /// <summary>Sine of the rotation, kept for lines and boxes.</summary>
    public const int Sin = 7;

    /// <summary>Numbers per body.</summary>
    public const int Count = 8;
}
