using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="Formation{V}"/>.</summary>
/// <param name="Robots">Number of robots.</param>
public sealed record FormationOptions(int Robots = 5) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Formation<V>(this);
}

/// <summary>
/// Robots keep the corners of a regular polygon that turns and travels in a circle. Reward: minus the distance from the own corner, times 0.1, and -1 per thing touched.
/// </summary>
internal sealed class Formation<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double Orbit = 0.6;
    private const double OrbitRate = 0.3;
    private const double TurnRate = 0.15;
    private readonly double _radius;
    private readonly int _phase;

    public Formation(FormationOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), Semi(options.Robots), Semi(options.Robots))
        {
            Fixtures = [.. Enumerable.Range(0, options.Robots).Select(i => Goal($"corner {i}"))],
            Randomisation = options.Randomisation,
            TaskNumbers = 4,
        }) => (_radius, _phase) = (Radius(options.Robots), Map.Take(1));

    public override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
    {
        base.Act(tile, actions, forces);
        for (var corner = 0; corner < Robots.Length; corner++)
        {
            var (x, y, vx, vy) = Corner(tile, corner, (tile.Steps + V.All(1d)) * V.All(Physics.Dt));
            (tile.X(FirstFixture + corner), tile.Y(FirstFixture + corner)) = (x, y);
            (tile.VelocityX(FirstFixture + corner), tile.VelocityY(FirstFixture + corner)) = (vx, vy);
        }
    }

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        var semi = World.SemiX - 0.3;
        spawn.Set(ref tile.Memory(_phase), spawn.Uniform(0d, Math.Tau));
        for (var i = 0; i < Robots.Length; i++)
        {
            var (x, y, _, _) = Corner(tile, i, V.All(0d));
            spawn.Place(FirstFixture + i, x, y);
            spawn.PlaceApart(Robots[i], semi, semi, Field.Separation, Robots.AsSpan(0, i));
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        for (var i = 0; i < Robots.Length; i++)
        {
            rewards[i] = (V.All(-0.1) * tile.Distance(Robots[i], FirstFixture + i)) - Touches(tile, i);
        }

        return V.All(0d);
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row)
    {
        AddOffset(tile, robot, FirstFixture + robot, ref row);
        row.AddVelocity(tile, FirstFixture + robot);
    }

    /// <summary>A corner's place, m, and velocity, m/s, at a time, s.</summary>
    private (V X, V Y, V VelocityX, V VelocityY) Corner(Tile<V> tile, int corner, V time)
    {
        var phase = tile.Memory(_phase);
        var orbit = phase + (time * V.All(OrbitRate));
        var own = phase + (time * V.All(TurnRate)) + V.All(Math.Tau * corner / Robots.Length);
        var (cosOrbit, sinOrbit) = (V.Cos(orbit) * V.All(Orbit), V.Sin(orbit) * V.All(Orbit));
        var (cosOwn, sinOwn) = (V.Cos(own) * V.All(_radius), V.Sin(own) * V.All(_radius));
        return (
            cosOrbit + cosOwn, sinOrbit + sinOwn,
            -(sinOrbit * V.All(OrbitRate)) - (sinOwn * V.All(TurnRate)), (cosOrbit * V.All(OrbitRate)) + (cosOwn * V.All(TurnRate)));
    }

    /// <summary>Corners lie 0.6 m apart at least, m.</summary>
    private static double Radius(int robots) => robots < 2 ? 0.6 : Math.Max(0.6, 0.3 / Math.Sin(Math.PI / robots));

    private static double Semi(int robots) => Radius(robots) + Orbit + 0.8;
}
