using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Swarm;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Swarm;

/// <summary>Robots of different drive, size, mass and speed share a world.</summary>
public sealed class MixedTests
{
    private const double Seconds = 3d;

    [Fact]
    public void Act_TheSameWish_IsDoneByEachAsItCan()
    {
        using var pilot = new Pilot(new Options());
        var before = Places(pilot);

        pilot.Fly((_, _, _) => (1d, 0d), (int)(Seconds * 10d));

        var moved = Places(pilot).Zip(before, (after, start) => after - start).ToList();
        Assert.Equal(Lagged(1d, 0.25), moved[0], 1e-3);
        Assert.Equal(Lagged(0.3, 0.6), moved[1], 1e-3);

        // Two wheels that start facing along y turn first.
        Assert.InRange(moved[2], 0.4 * moved[0], 0.98 * moved[0]);
    }

    [Fact]
    public void Contact_TheHeavierRobot_PushesTheLighterOne()
    {
        using var pilot = new Pilot(new Options());

        // They drive at each other, the small one with a fifth of its speed.
        pilot.Fly((agent, _, _) => agent == 0 ? (0d, 0.2) : agent == 1 ? (0d, -1d) : (0d, 0d), 100);
        var scene = new Scene();
        pilot.Environment.Draw(0, scene);

        Assert.True(scene.Shapes.Where(shape => shape.Role == Role.Robot).First().Y < -0.3);
    }

    private static double Lagged(double speed, double tau) => speed * (Seconds - (tau * (1d - Math.Exp(-Seconds / tau))));

    private static List<double> Places(Pilot pilot)
    {
        var scene = new Scene();
        pilot.Environment.Draw(0, scene);
        return [.. scene.Shapes.Where(shape => shape.Role == Role.Robot).Select(shape => shape.X)];
    }

    private sealed class Options : IBodyScenarioFactory
    {
        public BodyScenario<V> Create<V>()
            where V : unmanaged, ILanes<V> => new Mixed<V>();
    }

    private sealed class Mixed<V>() : SwarmScenario<V>(new SwarmWorld(
        [
            new SwarmRobot(),
            new SwarmRobot { Radius = 0.3, Mass = 20d, TopSpeed = 0.3, TimeConstant = 0.6 },
            new SwarmRobot { Drive = SwarmDrive.Differential },
        ],
        5d,
        5d))
        where V : unmanaged, ILanes<V>
    {
        protected override void Place(Tile<V> tile, Spawn<V> spawn)
        {
            for (var i = 0; i < Robots.Length; i++)
            {
                spawn.Place(Robots[i], V.All(0d), V.All(i == 2 ? -3d : i), V.All(i == 2 ? Math.PI / 2d : 0d));
            }
        }

        protected override V Reward(Tile<V> tile, Span<V> rewards)
        {
            rewards.Clear();
            return V.All(0d);
        }

        protected override void Observe(Tile<V> tile, int robot, ref Row<V> row)
        {
        }
    }
}
