namespace GenRL.Swarm.Sim.Scenarios.Lbf;

/// <summary>What a world of level-based foraging is made of. Names and defaults follow lb-foraging's version 3.</summary>
internal sealed record LbfOptions
{
    /// <summary>Rows of the field; at least 3, so that food finds a cell off the edge.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns of the field; at least 3.</summary>
    public required int Columns { get; init; }

    /// <summary>Number of foods at the start; 1 to 250. A crowded field may get fewer.</summary>
    public required int Foods { get; init; }

    /// <summary>Cells that a player sees in each direction, at least 1.</summary>
    public required int Sight { get; init; }

    /// <summary>Lowest level of each player, at least 1; as many as there are players. They are dealt out in random order.</summary>
    public required IReadOnlyList<int> MinPlayerLevels { get; init; }

    /// <summary>Highest level of each player.</summary>
    public required IReadOnlyList<int> MaxPlayerLevels { get; init; }

    /// <summary>Lowest level of each food; empty for 1 each. Not used with <see cref="Cooperative"/>.</summary>
    public IReadOnlyList<int> MinFoodLevels { get; init; } = [];

    /// <summary>Highest level of each food; empty for the sum of the three lowest levels among the episode's players.</summary>
    public IReadOnlyList<int> MaxFoodLevels { get; init; } = [];

    /// <summary>Steps of an episode.</summary>
    public int MaxSteps { get; init; } = 50;

    /// <summary>Whether every food has its highest level, so that players must gather it together.</summary>
    public bool Cooperative { get; init; }

    /// <summary>Whether rewards are divided by the levels of those who share and by all food of the episode.</summary>
    public bool NormaliseReward { get; init; } = true;

    /// <summary>Whether players see three layers of cells instead of lists of foods and players.</summary>
    public bool GridObservation { get; init; }

    /// <summary>Whether players see each other's levels.</summary>
    public bool ObserveAgentLevels { get; init; } = true;

    /// <summary>Taken from each player of a group that tries to load too much, at least 0.</summary>
    public double Penalty { get; init; }

    /// <summary>Number of players.</summary>
    public int Players => MinPlayerLevels.Count;

    /// <summary>Numbers that a player sees.</summary>
    public int ObservationSize => GridObservation ? 3 * (2 * Sight + 1) * (2 * Sight + 1) : (3 * Foods) + ((ObserveAgentLevels ? 3 : 2) * Players);

    /// <summary>A square field with players of level 1 or 2, as lb-foraging registers them.</summary>
    public static LbfOptions Square(int size, int players, int foods, bool cooperative, int sight) => new()
    {
        Rows = size,
        Columns = size,
        Foods = foods,
        Sight = sight,
        Cooperative = cooperative,
        MinPlayerLevels = [.. Enumerable.Repeat(1, players)],
        MaxPlayerLevels = [.. Enumerable.Repeat(2, players)],
    };

    /// <summary>These options, if a world can be made of them.</summary>
    /// <exception cref="ScenarioException">It cannot; names the field.</exception>
    public LbfOptions Checked()
    {
        Require(Rows >= 3 && Columns >= 3 && (long)Rows * Columns <= 1 << 20, $"rows, columns: {Rows} by {Columns} is not between 3 by 3 and a million cells");
        Require(Players >= 1, "players: there are none");
        Require(Foods is >= 1 and <= 250, $"foods: {Foods} is not between 1 and 250");
        Require(Players + Foods <= Rows * Columns, $"players: {Players} and {Foods} foods do not fit on {Rows * Columns} cells");
        Require(Sight is >= 1 and <= 1024, $"sight: {Sight} is not between 1 and 1024");
        Require(MaxSteps >= 1, $"max steps: {MaxSteps} is not positive");
        Require(double.IsFinite(Penalty) && Penalty >= 0d, $"penalty: {Penalty} is not a number of at least 0");
        Require(AreRanges(MinPlayerLevels, MaxPlayerLevels, Players), "player levels: not one range of positive levels per player");
        Require(MinFoodLevels.Count == 0 || AreRanges(MinFoodLevels, MinFoodLevels, Foods), "food levels: not one positive level per food");
        Require(MaxFoodLevels.Count == 0 || AreRanges(MinFoodLevels.Count == 0 ? MaxFoodLevels : MinFoodLevels, MaxFoodLevels, Foods),
            "food levels: not one range of positive levels per food");
        return this;
    }

    private static bool AreRanges(IReadOnlyList<int> least, IReadOnlyList<int> most, int count) =>
        least.Count == count && most.Count == count && least.Zip(most).All(range => range.First >= 1 && range.First <= range.Second && range.Second <= 1 << 20);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ScenarioException(otherwise);
        }
    }
}
