using GenRL.Swarm.Sim.Parity.Rware;

namespace GenRL.Swarm.Sim.Parity.Tests.Rware;

public sealed class RwareDrawsTests
{
    [Fact]
    public void Find_OneDelivery_DrawsWhatTheFileSays() =>
        Assert.Equal([7], Find([5, 3], [6, 4, 1, 5], [6, 4, 1, 7], [true, false]));

    [Fact]
    public void Find_TwoDeliveries_DrawsInTheGoalsOrder() =>
        Assert.Equal([8, 7], Find([5, 3], [3, 5], [7, 8], [true, true]));

    [Fact]
    public void Find_AShelfDrawnWhileOnALaterGoal_IsDeliveredThereAtOnce() =>
        Assert.Equal([3, 7], Find([5, 3], [6, 4, 1, 5], [6, 4, 1, 7], [true, true]));

    [Fact]
    public void Find_TheDeliveredShelfDrawnAgain_LeavesTheQueueAsItWas() =>
        Assert.Equal([3, 1], Find([1, 0, 3], [1, 2], [1, 2], [true, false, true]));

    [Fact]
    public void Find_RewardsThatNoDrawEarns_FindsNone()
    {
        Assert.Empty(Find([1, 3], [1, 2], [1, 2], [true, false]));
        Assert.Empty(Find([1, 3], [1, 2], [4, 2], [false, false]));
    }

    private static int[] Find(int[] standing, int[] queue, int[] after, bool[] paid) =>
        new RwareDraws(standing, queue, after, delivered => delivered.SequenceEqual(paid)).Find() ?? [];
}
