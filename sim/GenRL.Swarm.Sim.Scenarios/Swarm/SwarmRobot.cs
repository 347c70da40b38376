namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>A robot of the product's scenarios. Whatever its drive, an action is a wanted velocity in the world's axes, as a share of its top speed: two numbers from -1 to 1.</summary>
public sealed record SwarmRobot
{
    /// <summary>How it moves. Default holonomic.</summary>
    public SwarmDrive Drive { get; init; } = SwarmDrive.Holonomic;

    /// <summary>Radius of its disc, m. Default 0.12.</summary>
    public double Radius { get; init; } = 0.12;

    /// <summary>Mass, kg. Default 1.</summary>
    public double Mass { get; init; } = 1d;

    /// <summary>Top speed, of the robot or of each wheel, m/s. Default 1.</summary>
    public double TopSpeed { get; init; } = 1d;

    /// <summary>Time constant of its motors, s. Default 0.25.</summary>
    public double TimeConstant { get; init; } = 0.25;

    /// <summary>Some robots alike.</summary>
    public static SwarmRobot[] Some(int count, SwarmDrive drive = SwarmDrive.Holonomic) =>
        [.. Enumerable.Range(0, count).Select(_ => new SwarmRobot { Drive = drive })];
}

/// <summary>The drives of <see cref="SwarmRobot"/>.</summary>
public enum SwarmDrive
{
    /// <summary>Goes to any side at once, with a lag.</summary>
    Holonomic,

    /// <summary>Two wheels; a point 5 cm ahead of the axle goes as wanted.</summary>
    Differential,
}
