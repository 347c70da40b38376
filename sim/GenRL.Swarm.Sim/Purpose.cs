namespace GenRL.Swarm.Sim;

/// <summary>What a random stream is for: the stage in (seed, robot, stage). Numbers are never reused, so that old seeds keep their meaning.</summary>
internal enum Purpose
{
    WorldSeed = 101,
    Places = 102,
    DomainRandomisation = 103,
    Headings = 104,
    Odometry = 105,
    Lidar = 106,
    NeighbourSensing = 107,
    Radio = 108,
    Brain = 109,
    GapIntervals = 140,
}
