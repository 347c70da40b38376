using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Vmas;

/// <summary>Rewards and ends at their corners, in states set by hand.</summary>
public sealed class VmasRewardTests
{
    private const double Thickness = 1d / 150d;

    [Fact]
    public void Spread_LeastDistancesTimesAgents_AndTwoLessPerPairThatTouches()
    {
        var apart = Spread(0.31).Judge();
        var touching = Spread(0.29).Judge();

        // Landmark 0 is covered, 1 is 3 m from the nearest, 2 is 4 m from it.
        AssertAll(-3d * (3d + 4d), apart.Rewards);
        AssertAll((-3d * (3d + 4d)) - 2d, touching.Rewards);
        Assert.False(apart.Ends || touching.Ends);

        static VmasStage Spread(double distance) => new VmasStage(new Spread<Lanes128<double>>(3))
            .With((0d, 0d), (0d, 3d), (-4d, 0d), (0d, 0d), (distance, 0d), (2d, -5d));
    }

    [Fact]
    public void Navigation_ComingNearer_IsSharedOrNot()
    {
        AssertNear([0.3, 0.3], Navigate(true).Rewards);
        AssertNear([0.5, -0.2], Navigate(false).Rewards);
        Assert.False(Navigate(true).Ends);

        static (double[] Rewards, bool Ends) Navigate(bool shared) => Two(shared).With((0d, 0d), (0d, 0d), (2d, 0d), (0d, 1d)).Remember()
            .With((0d, 0d), (0d, 0d), (1.5, 0d), (0d, 1.2)).Judge();
    }

    [Theory]
    [InlineData(0.0499, 0.0499, true, true)]
    [InlineData(0.0499, 0.0501, false, true)]
    [InlineData(0.0501, 0.0999, false, true)]
    [InlineData(0.0499, 0.1001, false, false)]
    public void Navigation_AtTheGoals_PaysWithinTheirRadiusAndEndsWithinTheAgents(double first, double second, bool pays, bool ends)
    {
        // The goals lie 1 m apart.
        var stage = Two(false).With((0d, 0d), (1d, 0d), (first, 0d), (1d + second, 0d)).Remember();

        var (rewards, over) = stage.Judge();

        AssertAll(pays ? 0.01 : 0d, rewards);
        Assert.Equal(ends, over);
    }

    [Theory]
    [InlineData(0.2, -1d)]
    [InlineData(0.2001, 0d)]
    public void Navigation_AgentsThatTouch_ArePunished(double distance, double reward) =>
        AssertAll(reward, Two(true).With((5d, 0d), (5d, 0d), (0d, 0d), (0d, distance)).Remember().Judge().Rewards);

    [Fact]
    public void Navigation_Lidar_SeesRangeMinusDistance()
    {
        var seen = Two(true).With((0.5, 0d), (5d, 0d), (0d, 0d), (0d, 0.3)).Observe(0);

        // Own position, velocity, offset from the goal, then rays: the fourth looks along y.
        Assert.Equal([0d, 0d, 0d, 0d, -0.5, 0d], seen[..6]);
        Assert.Equal(0.35 - 0.2, seen[6 + 3], 1e-12);
        Assert.Equal(0d, seen[6 + 9], 1e-12);
    }

    [Theory]
    [InlineData(0.0501, true)]
    [InlineData(0.0566, true)]
    [InlineData(0.0567, false)]
    public void Balance_PackageNearTheFloor_FallsWithinTheThickness(double height, bool falls)
    {
        // The floor's top is at -1.03: 1 m thick, about -1.53.
        var (rewards, ends) = Balance(-1.03 + height, 0.5).Judge();

        AssertAll(falls ? -10d : 0d, rewards);
        Assert.Equal(falls, ends);
    }

    [Theory]
    [InlineData(0.0066, true)]
    [InlineData(0.0067, false)]
    public void Balance_TheLinesLowerEndNearTheFloor_FallsWithinTheThickness(double height, bool falls)
    {
        var stage = Balance(0d, -1.03 + height + (0.4 * Math.Sin(0.3)), 0.3);

        Assert.Equal(falls, stage.Judge().Ends);
    }

    [Theory]
    [InlineData(0.0999, true)]
    [InlineData(0.1001, false)]
    public void Balance_PackageAtTheGoal_EndsAndPaysTheWay(double distance, bool ends)
    {
        var stage = Balance(0.5, -0.5);

        var (rewards, over) = stage.Place(1, 0d, 0.8 - distance).Judge();

        AssertNearAll(100d * (0.3 - distance), rewards);
        Assert.Equal(ends, over);
    }

    [Theory]
    [InlineData(0.0749 + 0.15 + Thickness, true)]
    [InlineData(0.0751 + 0.15 + Thickness, false)]
    public void Transport_PackageThatOverlapsTheGoal_EndsAndPaysNoMore(double distance, bool there)
    {
        var stage = new VmasStage(new Transport<Lanes128<double>>(new TransportOptions(1))).With((0d, 0d), (1d, 0d), (5d, 5d)).Remember();

        var (rewards, ends) = stage.Place(1, distance, 0d).Judge();

        AssertNearAll(there ? 0d : 100d * (1d - distance), rewards);
        Assert.Equal(there, ends);
        Assert.Equal(there ? 1d : 0d, stage.Observe(0)[10]);
    }

    [Fact]
    public void Transport_TwoPackages_EndsWhenBothAreThere()
    {
        var stage = new VmasStage(new Transport<Lanes128<double>>(new TransportOptions(1, 2))).With((0d, 0d), (0d, 0.1), (1d, 0d), (5d, 5d)).Remember();

        Assert.False(stage.Judge().Ends);
        var (rewards, ends) = stage.Place(2, -0.1, 0d).Judge();

        Assert.True(ends);
        AssertAll(0d, rewards);
    }

    [Theory]
    [InlineData(0.05, 0d)]
    [InlineData(-0.05, 0d)]
    [InlineData(0d, -0.05)]
    [InlineData(0.25, -0.2)]
    public void Wheel_Reward_IsMinusTheMissOfTheSpeedEitherWayRound(double spin, double reward)
    {
        var (rewards, ends) = new VmasStage(new Wheel<Lanes128<double>>(2)).Turn(0, spin).Judge();

        AssertNearAll(reward, rewards);
        Assert.False(ends);
    }

    [Fact]
    public void Wheel_ALineTurnedByHalfATurn_LooksAlike()
    {
        var stage = new VmasStage(new Wheel<Lanes128<double>>(1));

        Assert.Equal(0.4, stage.Place(0, 0d, 0d, 0.4 + Math.PI).Observe(0)[10], 1e-12);
        Assert.Equal(0.4, stage.Place(0, 0d, 0d, 0.4 - Math.PI).Observe(0)[10], 1e-12);
    }

    [Fact]
    public void Dispersion_FoodIsEatenOnce_ByEachOfItsEatersInPart()
    {
        var stage = new VmasStage(new Dispersion<Lanes128<double>>(3, 2)).With((1d, 0d), (0d, 1d), (1d, 0.08), (1d, -0.08), (0d, 0d)).Remember();

        var (rewards, ends) = stage.Judge();
        AssertNear([0.5, 0.5, 0d], rewards);
        Assert.False(ends);
        Assert.Equal([1d, 0d], [stage.Observe(2)[6], stage.Observe(2)[9]]);

        AssertAll(0d, stage.Judge().Rewards);
        (rewards, ends) = stage.Place(4, 0d, 1d).Judge();
        AssertNear([0d, 0d, 1d], rewards);
        Assert.True(ends);
    }

    [Fact]
    public void Dispersion_SharedAndHurried_AllGetOneOrLoseAHundredth()
    {
        var stage = new VmasStage(new Dispersion<Lanes128<double>>(2, 2, shared: true, hurries: true)).With((1d, 0d), (0d, 1d), (1d, 0d), (0d, 0d)).Remember();

        AssertAll(1d, stage.Judge().Rewards);
        AssertAll(-0.01, stage.Judge().Rewards);
    }

    [Theory]
    [InlineData(0.0849, 1d)]
    [InlineData(0.0851, 0d)]
    public void Dispersion_Touch_IsWithinBothRadii(double distance, double reward) => AssertAll(
        reward, new VmasStage(new Dispersion<Lanes128<double>>(1, 1)).With((0d, 0d), (distance, 0d)).Remember().Judge().Rewards);

    [Theory]
    [InlineData(0.1049, -0.1)]
    [InlineData(0.1051, 0d)]
    public void Flocking_AgentsWithinTheMargin_ArePunishedAndNotForObstacles(double distance, double penalty)
    {
        // An obstacle right beside the first agent, the target far away.
        var stage = new VmasStage(new Flocking<Lanes128<double>>(3, 1)).With((0.1, 0d), (3d, 0d), (0d, 0d), (0d, distance), (-2d, 0d)).Remember();

        AssertNear([penalty, penalty, 0d], stage.Judge().Rewards);
        Assert.False(stage.Judge().Ends);
    }

    [Fact]
    public void Flocking_KeepingDistance_PaysTheGainOfTheMeanSquaredMiss()
    {
        var stage = new VmasStage(new Flocking<Lanes128<double>>(2, 0)).With((0d, 0d), (1d, 0d), (0d, 2d)).Remember();

        // The first comes from 1 to 0.5 of the target.
        var (rewards, _) = stage.Place(1, 0.5, 0d).Judge();

        var before = (0.81 + Miss(Math.Sqrt(5d))) / 2d;
        Assert.Equal(before - ((0.16 + Miss(Math.Sqrt(4.25))) / 2d), rewards[0], 1e-12);

        static double Miss(double distance) => (distance - 0.1) * (distance - 0.1);
    }

    private static VmasStage Two(bool shared) => new(new Navigation<Lanes128<double>>(new NavigationOptions(2, shared)));

    /// <summary>The goal at (0, 0.8), the package above (0.., height), the line far from it; bodies: goal, package, line, floor, agents.</summary>
    private static VmasStage Balance(double package, double line, double turned = 0d) => new VmasStage(new Balance<Lanes128<double>>(1))
        .With((0d, 0.8), (0d, package)).Place(2, 0d, line, turned).Place(3, 0d, -1.53).Remember();

    private static void AssertAll(double expected, double[] rewards) => Assert.All(rewards, reward => Assert.Equal(expected, reward, 1e-12));

    private static void AssertNearAll(double expected, double[] rewards) => Assert.All(rewards, reward => Assert.Equal(expected, reward, 1e-9));

    private static void AssertNear(double[] expected, double[] rewards) => Assert.Equal(expected, rewards, (a, b) => Math.Abs(a - b) < 1e-12);
}
