using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios.Lbf;

/// <summary>Draws the start of an episode: players on random free cells, then food off the edge, away from other food and from players.</summary>
internal static class LbfSpawn
{
    /// <summary>Tries per food, as upstream: all foods together get this many, and those left without a cell are left out.</summary>
    private const int Tries = 1000;

    /// <summary>Players stand alone; levels are dealt out in random order where the options give players different ranges.</summary>
    public static void Draw(LbfOptions options, RandomStream random, LbfField field, Span<int> cells, Span<int> levels)
    {
        field.Clear();
        for (var i = 0; i < cells.Length; i++)
        {
            do
            {
                cells[i] = field.Cell(random.NextInt32(field.Rows), random.NextInt32(field.Columns));
            }
            while (cells[..i].Contains(cells[i]));
        }

        Deal(options.MinPlayerLevels, options.MaxPlayerLevels, random, levels);
        Span<int> foods = stackalloc int[options.Foods];
        var most = options.MaxFoodLevels.Count == 0 ? ThreeLowest(levels) : 0;
        DealFood(options, most, random, foods);
        Lay(random, field, cells, foods);
    }

    private static void Lay(RandomStream random, LbfField field, ReadOnlySpan<int> players, ReadOnlySpan<int> levels)
    {
        var laid = 0;
        for (var tries = 0; tries < Tries && laid < levels.Length; tries++)
        {
            var cell = field.Cell(1 + random.NextInt32(field.Rows - 2), 1 + random.NextInt32(field.Columns - 2));
            if (!field.IsCrowded(cell) && !players.Contains(cell))
            {
                field.Lay(cell, levels[laid++]);
            }
        }
    }

    private static void Deal(IReadOnlyList<int> least, IReadOnlyList<int> most, RandomStream random, Span<int> levels)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = least[i] + random.NextInt32(most[i] - least[i] + 1);
        }

        Shuffle(random, levels);
    }

    /// <summary>Draws the foods' levels; <paramref name="sum"/> is the highest one where the options name none.</summary>
    private static void DealFood(LbfOptions options, int sum, RandomStream random, Span<int> levels)
    {
        for (var i = 0; i < levels.Length; i++)
        {
            var most = options.MaxFoodLevels.Count == 0 ? sum : options.MaxFoodLevels[i];
            var least = options.Cooperative ? most : options.MinFoodLevels.Count == 0 ? 1 : Math.Min(options.MinFoodLevels[i], most);
            levels[i] = least + random.NextInt32(most - least + 1);
        }

        Shuffle(random, levels);
    }

    private static void Shuffle(RandomStream random, Span<int> levels)
    {
        for (var i = levels.Length - 1; i > 0; i--)
        {
            var j = random.NextInt32(i + 1);
            (levels[i], levels[j]) = (levels[j], levels[i]);
        }
    }

    private static int ThreeLowest(ReadOnlySpan<int> levels)
    {
        var (first, second, third) = (int.MaxValue, int.MaxValue, int.MaxValue);
        foreach (var level in levels)
        {
            (first, second, third) = level < first ? (level, first, second) : level < second ? (first, level, second) : (first, second, Math.Min(third, level));
        }

        return first + (second == int.MaxValue ? 0 : second) + (third == int.MaxValue ? 0 : third);
    }
}
