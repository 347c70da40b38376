namespace GenRL.Swarm.Contracts.Actuation;

/// <summary>How a robot moves.</summary>
public enum KinematicsKind
{
    /// <summary>Moves in any direction; its control point is its centre.</summary>
    Holonomic,

    /// <summary>Two driven wheels; its control point lies ahead of the axle, so that any planar velocity of it can be commanded.</summary>
    DifferentialDrive,
}
