namespace GenRL.Swarm.Sim.Engine.Pictures;

/// <summary>One shape of a <see cref="Scene"/>.</summary>
/// <param name="Kind">Which of the shapes.</param>
/// <param name="Role">What it stands for: gives its colour.</param>
/// <param name="X">Centre or start, m.</param>
/// <param name="Y">Centre or start, m.</param>
/// <param name="A">Radius, length along the rotated x axis, or the end's x, m.</param>
/// <param name="B">Radius, width, or the end's y, m.</param>
/// <param name="Rotation">Of the box or of the disc's heading, rad; NaN for a disc without heading.</param>
/// <param name="Label">Short text at the centre; may be empty.</param>
public readonly record struct Shape(ShapeKind Kind, Role Role, double X, double Y, double A, double B, double Rotation, string Label);

/// <summary>The shapes.</summary>
public enum ShapeKind
{
    /// <summary>A disc.</summary>
    Disc,

    /// <summary>A box.</summary>
    Box,

    /// <summary>A segment.</summary>
    Segment,
}

/// <summary>What a shape stands for.</summary>
public enum Role
{
    /// <summary>The floor and its marked zones.</summary>
    Floor,

    /// <summary>Walls and obstacles.</summary>
    Obstacle,

    /// <summary>Where somebody should get to.</summary>
    Goal,

    /// <summary>What is pushed, carried or gathered.</summary>
    Load,

    /// <summary>A robot.</summary>
    Robot,

    /// <summary>A robot of the second team, class or role.</summary>
    Other,

    /// <summary>What is hunted, or an enemy.</summary>
    Prey,

    /// <summary>A sensor's ray or reach.</summary>
    Ray,

    /// <summary>A path that a robot intends.</summary>
    Plan,
}
