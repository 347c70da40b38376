namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>How a certificate keeps robots within their speed.</summary>
internal enum SpeedLimit
{
    /// <summary>The wished velocities are shortened to the limit beforehand; the certified ones are free.</summary>
    Beforehand,

    /// <summary>Eight half-planes about the disc's inscribed octagon.</summary>
    Octagon,

    /// <summary>The same, but velocities along x reach to the limit itself, as version 2.0's certificate without boundary has it.</summary>
    OctagonOpenAlongX,

    /// <summary>Each wheel by itself.</summary>
    Wheels,
}
