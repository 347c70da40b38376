namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>What a POGEMA world is made of. Names and defaults follow version 1.4 of the original.</summary>
internal sealed record PogemaOptions
{
    /// <summary>Most cells that a map may have.</summary>
    private const int MostCells = 65_000;

    /// <summary>Rows of the map.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns of the map.</summary>
    public required int Columns { get; init; }

    /// <summary>Number of agents; each needs a cell and a target.</summary>
    public required int Agents { get; init; }

    /// <summary>Chance of a cell to hold an obstacle, 0 to 1; a map without room for all agents is drawn again, more thinly every tenth time.</summary>
    public double Density { get; init; } = 0.3;

    /// <summary>Cells that an agent sees in each direction; 1 to 128.</summary>
    public int Radius { get; init; } = 5;

    /// <summary>Steps of an episode.</summary>
    public int MaxSteps { get; init; } = 64;

    /// <summary>Who gives way.</summary>
    public PogemaCollisions Collisions { get; init; } = PogemaCollisions.Priority;

    /// <summary>What happens on a target.</summary>
    public PogemaOnTarget OnTarget { get; init; } = PogemaOnTarget.Finish;

    /// <summary>
    /// Whether to copy a fault of the original: with <see cref="PogemaCollisions.Soft"/>, an agent that enters the cell of one with a higher number is
    /// missing from what everybody sees until it next moves or stays. For runs beside recordings.
    /// </summary>
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
        Require(Radius is >= 1 and <= 128, $"radius: {Radius} is not between 1 and 128");
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
