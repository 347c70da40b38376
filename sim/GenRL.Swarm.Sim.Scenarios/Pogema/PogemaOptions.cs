namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>What a POGEMA world is made of. Names and defaults follow version 1.4 of the original.</summary>
internal sealed record PogemaOptions
{
    /// <summary>Most cells that a map may have.</summary>
    private const int MostCells = 65_000;

    /// <value>Rows of the map.</value>
    public required int Rows { get; init; }

    /// <value>Columns of the map.</value>
    public required int Columns { get; init; }

    /// <value>Number of agents; each needs a cell and a target.</value>
    public required int Agents { get; init; }

    /// <value>Chance of a cell to hold an obstacle, 0 to 1; a map without room for all agents is drawn again, more thinly every tenth time.</value>
    public double Density { get; init; } = 0.3;

    /// <value>Cells that an agent sees in each direction; 1 to 24.</value>
    public int Radius { get; init; } = 5;

    /// <value>Steps of an episode.</value>
    public int MaxSteps { get; init; } = 64;

    /// <value>Who gives way.</value>
    public PogemaCollisions Collisions { get; init; } = PogemaCollisions.Priority;

    /// <value>What happens on a target.</value>
    public PogemaOnTarget OnTarget { get; init; } = PogemaOnTarget.Finish;

    /// <value>
    /// Whether to copy a fault of the original: with <see cref="PogemaCollisions.Soft"/>, an agent that enters the cell of one with a higher number is
    /// missing from what everybody sees until it next moves or stays. For runs beside recordings.
    /// </value>
    public bool ForgetsFollowers { get; init; }

    /// <summary>Cells that an agent sees in a row.</summary>
    public int Width => (2 * Radius) + 1;

    /// <summary>Numbers that an agent sees: three layers of cells.</summary>
    public int ObservationSize => 3 * Width * Width;

    /// <summary>These options, if a world can be made of them.</summary>
    /// <exception cref="ScenarioException">It cannot; names the field.</exception>
    public PogemaOptions Checked()
    {
        Require(Rows >= 1 && Columns >= 1 && (long)Rows * Columns <= MostCells, $"rows, columns: {Rows} by {Columns} is not between 1 and {MostCells} cells");
        Require(Agents >= 1 && Agents <= Rows * Columns / 2, $"agents: {Agents} is not between 1 and half of the map's {Rows * Columns} cells");
        Require(Density is >= 0d and <= 1d, $"density: {Density} is not between 0 and 1");
        Require(Radius is >= 1 and <= 24, $"radius: {Radius} is not between 1 and 24");
        Require(MaxSteps >= 1, $"max steps: {MaxSteps} is not positive");
        return this;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ScenarioException(otherwise);
        }
    }
}
