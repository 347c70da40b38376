using System.Numerics;

namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>The true state of one robot. Fields, so that the dynamics can work on it in place.</summary>
internal struct RobotState
{
    /// <summary>Position of the centre, metres.</summary>
    public Vector2 Position;

    /// <summary>Velocity of the centre, metres per second.</summary>
    public Vector2 Velocity;

    /// <summary>Heading, radians; stays 0 for a holonomic robot.</summary>
    public float Heading;

    /// <summary>Yaw rate, radians per second.</summary>
    public float YawRate;

    /// <summary>Differential drive: speed of the left wheel over ground, metres per second.</summary>
    public float Left;

    /// <summary>Differential drive: speed of the right wheel over ground, metres per second.</summary>
    public float Right;
}
