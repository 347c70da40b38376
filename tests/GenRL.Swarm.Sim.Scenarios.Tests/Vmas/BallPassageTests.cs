using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Vmas;

public sealed class BallPassageTests
{
    private const double Length = 0.103;
    private const int GoalBody = 0;
    private const int Ball = 1;

    [Theory]
    [InlineData(2)]
    [InlineData(27)]
    public void Begin_ManyTimes_AWallWithOneGapAndNothingInAnother(int agents)
    {
        var (stage, gaps) = (new VmasStage(new BallPassage<Lanes128<double>>(agents)), new HashSet<int>());
        for (var start = 0; start < 300; start++)
        {
            stage.Begin();

            var wall = Enumerable.Range(0, stage.Bodies.Count).Where(IsBox).OrderBy(stage.X).ToList();
            Assert.Equal(20, wall.Count);
            Assert.All(wall, body => Assert.Equal(0d, stage.Y(body)));
            Assert.All(wall.Zip(wall.Skip(1)), pair => Assert.Equal(Length, stage.X(pair.Second) - stage.X(pair.First), 1e-9));
            Assert.Equal(-1.0333 + (Length / 2d), stage.X(wall[0]), 1e-9);
            var gap = Assert.Single(wall, body => !stage.Bodies[body].Collides);
            gaps.Add(wall.IndexOf(gap));
            AssertApart(stage, agents);
        }

        Assert.Equal(20, gaps.Count);

        bool IsBox(int body) => stage.Bodies[body].Shape is BodyShape.Box;
    }

    [Fact]
    public void Judge_TheBallBelowTheWall_PaysTheWayByTheGap()
    {
        var stage = Still();
        var gap = Gap(stage);

        // Goal 1 m above the gap, the ball 0.6 m below it and then 0.5 m.
        stage.Place(GoalBody, stage.X(gap), 1d).Place(Ball, stage.X(gap), -0.6).Remember();
        var (rewards, ends) = stage.Place(Ball, stage.X(gap), -0.5).Judge();

        Assert.All(rewards, reward => Assert.Equal(1d, reward, 1e-9));
        Assert.False(ends);
    }

    [Theory]
    [InlineData(0.0666, true)]
    [InlineData(0.0667, false)]
    public void Judge_TheBallAtTheGoal_Ends(double distance, bool ends) =>
        Assert.Equal(ends, Still().Place(GoalBody, 0.2, 0.5).Place(Ball, 0.2, 0.5 + distance).Remember().Judge().Ends);

    private static VmasStage Still() => new VmasStage(new BallPassage<Lanes128<double>>(2)).Begin();

    private static int Gap(VmasStage stage) =>
        Enumerable.Range(0, stage.Bodies.Count).Single(body => stage.Bodies[body].Shape is BodyShape.Box && !stage.Bodies[body].Collides);

    private static void AssertApart(VmasStage stage, int agents)
    {
        var discs = Enumerable.Range(stage.Bodies.Count - agents, agents).Append(Ball).ToList();
        foreach (var one in discs)
        {
            Assert.True(Math.Abs(stage.Y(one)) > 0.1 + 0.03333, "clear of the wall");
            Assert.All(discs.Where(other => other != one), other => Assert.True(
                Math.Sqrt(((stage.X(one) - stage.X(other)) * (stage.X(one) - stage.X(other))) + ((stage.Y(one) - stage.Y(other)) * (stage.Y(one) - stage.Y(other)))) >= 2d * 0.03333 - 1e-9));
        }
    }
}
