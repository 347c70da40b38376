namespace GenRL.Swarm.GroundStation.Security;

/// <summary>Marks an endpoint that robots may reach over TLS; all others answer on the loopback port alone.</summary>
internal sealed class RobotFacing
{
    public static readonly RobotFacing Instance = new();
}
