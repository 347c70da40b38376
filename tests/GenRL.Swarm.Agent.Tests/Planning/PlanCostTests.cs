using System.Numerics;
using GenRL.Swarm.Agent.Planning;

namespace GenRL.Swarm.Agent.Tests.Planning;

public sealed class PlanCostTests
{
    private static readonly Vector2[] Path = [new(0.1f, 0f), new(0.2f, 0f)];
    private static readonly Vector2[] Plan = [new(1f, 0f), new(1f, 0f), new(0f, 0f), new(0f, 1f)];

    [Fact]
    public void Of_ASmallScene_IsWhatThePaperAndPencilSay()
    {
        var scene = new PlanScene
        {
            Goal = new Vector2(1f, 0f), Radius = 0.12f, Steps = 2, LastCommand = new Vector2(0.5f, 0f), Neighbours = [new(0.1f, 0.3f), new(0.2f, 0.25f)],
            NeighbourRadii = [0.12f], Obstacles = [new(0.2f, 0.2f)], Told = [new(0.1f, 0.1f), new(0.2f, 0.3f)],
        };

        // goal 1 (0.9 + 0.8)/2 + 2 x 0.8; effort 0.02 x 3/4; change 0.02 x 0.25; neighbour: wanted 0.36, at 0.30 and 0.25 (contact below 0.26);
        // obstacle: wanted 0.24, at sqrt(0.05) = 0.2236 and 0.20; told 0.05 (0.1 + 0.3)/2.
        var shortfall = 0.24 - Math.Sqrt(0.05);
        var expected = 0.85 + 1.6 + 0.015 + 0.005 + (30 * 0.06 * 0.06) + (30 * 0.11 * 0.11) + 3 + (30 * shortfall * shortfall) + (30 * 0.04 * 0.04) + 0.01;
        Assert.Equal(expected, PlanCost.Of(Path, Plan, scene), 1e-4);
    }

    [Fact]
    public void Of_RisesWithDistanceToTheGoal()
    {
        var before = float.NegativeInfinity;
        for (var away = 0.2f; away < 5f; away += 0.3f)
        {
            var cost = PlanCost.Of(Path, Plan, Open with { Goal = new Vector2(away, 0f) });
            Assert.True(cost > before, $"at {away} m");
            before = cost;
        }
    }

    [Fact]
    public void Of_RisesAsANeighbourOrAnObstacleComesNearer_AndOnlyWhenNear()
    {
        var alone = PlanCost.Of(Path, Plan, Open);
        var (neighbour, obstacle) = (alone, alone);
        for (var distance = 1f; distance > 0f; distance -= 0.05f)
        {
            var point = new Vector2(0.15f, distance);
            var nearNeighbour = PlanCost.Of(Path, Plan, Open with { Neighbours = (Vector2[])[point, point], NeighbourRadii = (float[])[0.12f] });
            var nearObstacle = PlanCost.Of(Path, Plan, Open with { Obstacles = (Vector2[])[point] });

            Assert.True(distance > 0.36f ? nearNeighbour == alone : nearNeighbour > neighbour, $"neighbour at {distance}");
            Assert.True(distance > 0.24f ? nearObstacle == alone : nearObstacle > obstacle, $"obstacle at {distance}");
            (neighbour, obstacle) = (nearNeighbour, nearObstacle);
        }
    }

    [Fact]
    public void Of_NotANumberAnywhere_IsNotANumber()
    {
        Assert.True(float.IsNaN(PlanCost.Of([new(float.NaN, 0f), Path[1]], Plan, Open)));
        Assert.True(float.IsNaN(PlanCost.Of(Path, [new(float.NaN, 0f), Plan[1]], Open)));
        Vector2[] lost = [new(float.NaN, 0f), new(3f, 3f)];
        Assert.True(float.IsNaN(PlanCost.Of(Path, Plan, Open with { Neighbours = lost, NeighbourRadii = (float[])[0.12f] })));
    }

    private static PlanScene Open => new() { Goal = new Vector2(1f, 0f), Radius = 0.12f, Steps = 2 };
}
