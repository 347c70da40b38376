using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Swarm;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Swarm;

using V = Lanes128<double>;

/// <summary>How far robots that stand behind the box push it, all they can, along x.</summary>
public sealed class BoxPushingTests
{
    private const int Box = 1;
    private const int FirstRobot = 3;

    [Fact]
    public void OneRobot_DoesNotMoveIt() => Assert.InRange(Pushed(1, 200), 0d, 0.1);

    [Fact]
    public void TwoRobots_Do() => Assert.InRange(Pushed(2, 200), 1d, 20d);

    [Fact]
    public void ThreeRobots_AreFaster() => Assert.True(Pushed(3, 80) > 1.3 * Pushed(2, 80));

    private static double Pushed(int pushers, int steps)
    {
        var scenario = new BoxPushingOptions().Create<V>();
        var bodies = scenario.Bodies.Count;
        var numbers = new V[BodyField.First + (bodies * BodyField.Count) + scenario.Memory];
        var tile = new Tile<V>(numbers, bodies);
        var spawn = new Spawn<V>(scenario.Bodies, tile, ~default(V));
        V.Seed(ref tile.Stream0, ref tile.Stream1, 0, 1ul, 2ul);
        V.Seed(ref tile.Stream0, ref tile.Stream1, 1, 3ul, 4ul);
        scenario.Begin(tile, spawn);
        spawn.Place(Box, V.All(-1.5), V.All(0d));
        for (var i = 0; i < 3; i++)
        {
            var lane = (i - ((pushers - 1) / 2d)) * 0.25;
            spawn.Place(FirstRobot + i, V.All(-1.95), V.All(i < pushers ? lane : 2d - (0.4 * i)));
        }

        var physics = new Physics<V>(scenario.Bodies, scenario.Physics);
        var forces = new V[physics.ForceCount];
        for (var step = 0; step < steps; step++)
        {
            var actions = Enumerable.Range(0, 6).Select(number => V.All(number % 2 == 0 && number / 2 < pushers ? 1d : 0d)).ToArray();
            Array.Clear(forces);
            scenario.Act(tile, actions, new Forces<V>(forces));
            physics.Step(tile, new Forces<V>(forces));
        }

        return V.Get(tile.X(Box), 0) + 1.5;
    }
}
