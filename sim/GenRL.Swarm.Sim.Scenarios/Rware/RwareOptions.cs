namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>What a robotic warehouse is made of. Names and defaults follow rware's version 2.</summary>
internal sealed record RwareOptions
{
    /// <summary>Corridors, shelves and goals.</summary>
    public required RwareLayout Layout { get; init; }

    /// <summary>Number of robots; at most as many as cells.</summary>
    public required int Robots { get; init; }

    /// <summary>Shelves that are wanted at a time; fewer than there are.</summary>
    public required int Requests { get; init; }

    /// <summary>Bits that a robot tells with each action, seen by those who see it; at most 64.</summary>
    public int MessageBits { get; init; }

    /// <summary>Cells that a robot sees in each direction; 1 to 16.</summary>
    public int SensorRange { get; init; } = 1;

    /// <summary>Steps of an episode; 0 for no limit.</summary>
    public int MaxSteps { get; init; } = 500;

    /// <summary>Steps without a delivery that end an episode; 0 for no limit.</summary>
    public int MaxInactivitySteps { get; init; }

    /// <summary>Who earns what.</summary>
    public RwareReward Reward { get; init; } = RwareReward.Individual;

    /// <summary>Whether a robot sees its place as two numbers from 0 to 1 instead of in cells.</summary>
    public bool NormalisedCoordinates { get; init; }

    /// <summary>Numbers that a robot sees of one cell: a robot there, where it looks, what it told, a shelf, whether that is wanted.</summary>
    public int CellSize => 7 + MessageBits;

    /// <summary>Numbers that a robot sees: its place, load, heading and ground, then the cells about it.</summary>
    public int ObservationSize => 8 + ((2 * SensorRange) + 1) * ((2 * SensorRange) + 1) * CellSize;

    /// <summary>These options, if a world can be made of them.</summary>
    /// <exception cref="ScenarioException">It cannot; names the field.</exception>
    public RwareOptions Checked()
    {
        _ = Layout.Checked();
        Require(Robots >= 1 && Robots <= Layout.Rows * Layout.Columns, $"robots: {Robots} is not between 1 and as many as the floor has cells");
        Require(Requests >= 1 && Requests < Layout.Shelves, $"requests: {Requests} is not between 1 and one less than {Layout.Shelves} shelves");
        Require(MessageBits is >= 0 and <= 64, $"message bits: {MessageBits} is not between 0 and 64");
        Require(SensorRange is >= 1 and <= 16, $"sensor range: {SensorRange} is not between 1 and 16");
        Require(MaxSteps >= 0, $"max steps: {MaxSteps} is negative");
        Require(MaxInactivitySteps >= 0, $"max inactivity steps: {MaxInactivitySteps} is negative");
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
