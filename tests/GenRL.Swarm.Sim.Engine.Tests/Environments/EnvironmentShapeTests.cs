using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Engine.Tests.Environments;

public sealed class EnvironmentShapeTests
{
    private static readonly ActionSpace[] Actions = [ActionSpace.Continuous(2, -1f, 1f), ActionSpace.Discrete(5), ActionSpace.Continuous(3, 0f, 1f)];
    private static readonly int[] Sizes = [4, 0, 7];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(1, 8)]
    [InlineData(16, 8)]
    [InlineData(17, 8)]
    public void Indices_OfAllWorldsOfWholeTiles_AreDistinctAndCoverTheSpans(int worlds, int lanes)
    {
        var shape = new EnvironmentShape(worlds, lanes, Actions, Sizes);
        var whole = Enumerable.Range(0, shape.Tiles * lanes).ToList();

        Assert.InRange(whole.Count, worlds, worlds + lanes - 1);
        AssertCover(shape.ObservationLength, whole.SelectMany(world => Each(Sizes, (agent, number) => shape.ObservationIndex(world, agent, number))));
        AssertCover(shape.ActionLength, whole.SelectMany(world => Each([2, 1, 3], (agent, number) => shape.ActionIndex(world, agent, number))));
        AssertCover(shape.RewardLength, whole.SelectMany(world => Enumerable.Range(0, 3).Select(agent => shape.RewardIndex(world, agent))));
        Assert.Equal((11, 6, 3), (shape.ObservationsPerWorld, shape.ActionsPerWorld, shape.Agents));
        Assert.Equal(Sizes, Enumerable.Range(0, 3).Select(shape.ObservationSize));
    }

    [Fact]
    public void Indices_LanesOfOneNumber_LieSideBySide()
    {
        var shape = new EnvironmentShape(20, 8, Actions, Sizes);

        Assert.Equal(shape.ObservationIndex(8, 2, 3) + 5, shape.ObservationIndex(13, 2, 3));
        Assert.Equal((8 * 11) + ((4 + 3) * 8) + 5, shape.ObservationIndex(13, 2, 3));
    }

    [Fact]
    public void Shape_ThatCannotBe_IsRefusedByName()
    {
        Assert.Contains("worlds", Refused(0, 1, Actions, Sizes).Message, StringComparison.Ordinal);
        Assert.Contains("lanes", Refused(1, 0, Actions, Sizes).Message, StringComparison.Ordinal);
        Assert.Contains("agents", Refused(1, 1, [], []).Message, StringComparison.Ordinal);
        Assert.Contains("2 sizes for 3 agents", Refused(1, 1, Actions, [1, 2]).Message, StringComparison.Ordinal);

        // In 32 bits 11 * 390 451 573 observations would be seven.
        Assert.Contains("numbers of observations", Refused(390_451_573, 1, Actions, Sizes).Message, StringComparison.Ordinal);
        Assert.Contains("worlds", Refused(int.MaxValue, 8, Actions, Sizes).Message, StringComparison.Ordinal);
    }

    private static ArgumentException Refused(int worlds, int lanes, ActionSpace[] actions, int[] sizes) =>
        Assert.ThrowsAny<ArgumentException>(() => new EnvironmentShape(worlds, lanes, actions, sizes));

    private static IEnumerable<int> Each(int[] sizes, Func<int, int, int> index) =>
        sizes.SelectMany((size, agent) => Enumerable.Range(0, size).Select(number => index(agent, number)));

    private static void AssertCover(int length, IEnumerable<int> indices) => Assert.Equal(Enumerable.Range(0, length), indices.Order());
}
