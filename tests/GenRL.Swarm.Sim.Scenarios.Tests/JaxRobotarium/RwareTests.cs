using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;
using GenRL.Swarm.Sim.Scenarios.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Tests.JaxRobotarium;

/// <summary>Six cells at x = -1.1, -0.25, 0.6: 0 to 2 at y = 0.25, 3 to 5 at y = -0.25.</summary>
public sealed class RwareTests
{
    private readonly RwareScenario _scenario = new(Still.Jax(2), new());
    private readonly JaxRobotariumWorld _world;

    public RwareTests()
    {
        _world = new JaxRobotariumWorld(_scenario);
        _world.Reset(new RandomStream(1, 0, 0));
    }

    private double[] Carried => _scenario.Field("payload");

    private double[] Shelves => [.. Enumerable.Range(0, 6).Select(cell => _scenario.Field("grid")[(3 * cell) + 2])];

    [Fact]
    public void Advance_TwoRobotsAtOneShelf_TheFirstGetsIt()
    {
        _scenario.Place((-0.25, 0.4), (-0.25, 0.2));

        _world.Advance([0, 0]);

        Assert.Equal([1, -1], Carried);
        Assert.Equal([0, -1, 2, 3, 4, 5], Shelves);
    }

    [Fact]
    public void Advance_ARobotThatMoves_TakesNothing()
    {
        _scenario.Place((-0.25, 0.4), (0.6, 0));

        _world.Advance([1, 0]);

        Assert.Equal([-1, -1], Carried);
    }

    [Fact]
    public void Advance_Return_NeedsAnEmptyCell()
    {
        _scenario.Place((-0.25, 0.3), (1.2, 0));
        _world.Advance([0, 0]);
        _scenario.Place((0.6, 0.3));
        _world.Advance([0, 0]);
        Assert.Equal([1, -1], Carried);
        _scenario.Place((-0.25, 0.3));

        _world.Advance([0, 0]);

        Assert.Equal([-1, -1], Carried);
        Assert.Equal([0, 1, 2, 3, 4, 5], Shelves);
    }

    [Fact]
    public void Advance_ReturnElsewhere_MovesTheShelf()
    {
        _scenario.Place((-0.25, 0.3), (0.6, 0.3));
        _world.Advance([0, 0]);
        _scenario.Place((0.6, 0.3), (1.2, 0));

        _world.Advance([0, 0]);

        Assert.Equal([-1, 2], Carried);
        Assert.Equal([0, -1, 1, 3, 4, 5], Shelves);
    }

    [Fact]
    public void Advance_ARequestedShelfAtTheRight_IsPaidAndAnotherRequested()
    {
        (_scenario.Field("request")[0], _scenario.Field("request")[1]) = (4, 1);
        Carried[1] = 4;
        _scenario.Place((-1.4, 0.8), (1.11, 0));

        _world.Advance([1, 1]);

        Assert.Equal([1, 1], _world.Rewards);
        Assert.Equal(1, _scenario.Figure("total_deliveries"));
        Assert.InRange(_scenario.Field("request")[0], 0, 5);
        Assert.Equal(1, _scenario.Field("request")[1]);
        Assert.NotEqual(1, _scenario.Field("request")[0]);
        Assert.Equal(4, Carried[1]);
    }

    [Fact]
    public void Advance_AShelfThatNobodyAskedFor_IsNotPaid()
    {
        (_scenario.Field("request")[0], _scenario.Field("request")[1]) = (0, 1);
        Carried[1] = 4;
        _scenario.Place((-1.4, 0.8), (1.2, 0));

        _world.Advance([1, 1]);

        Assert.Equal([0, 0], _world.Rewards);
    }

    [Theory]
    [InlineData(true, -0.45)]
    [InlineData(false, -0.25)]
    public void Waypoint_OverAShelf_IsRefusedToThoseWhoCarryOne(bool carries, double x)
    {
        Carried[0] = carries ? 5 : -1;
        _scenario.Place((-0.45, 0.25));

        Assert.Equal(x, _scenario.Waypoint(0, 3).X, 12);
    }

    [Fact]
    public void Waypoint_OverAnEmptyCell_IsFree()
    {
        Carried[0] = 1;
        _scenario.Field("grid")[5] = -1;
        _scenario.Place((-0.45, 0.25));

        Assert.Equal(-0.25, _scenario.Waypoint(0, 3).X, 12);
    }

    [Fact]
    public void Reset_Requests_AreDifferentShelvesOfAll()
    {
        var asked = new HashSet<double>();
        for (var seed = 0UL; seed < 50; seed++)
        {
            _world.Reset(new RandomStream(seed, 0, 0));
            var requests = _scenario.Field("request");
            Assert.NotEqual(requests[0], requests[1]);
            asked.UnionWith(requests);
        }

        Assert.Equal([0, 1, 2, 3, 4, 5], asked.Order());
    }

    [Fact]
    public void New_AnOddNumberOfCells_IsRefused() => Assert.Throws<ScenarioException>(() => new RwareScenario(Still.Jax(2), new(Cells: 5)));
}
