using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="Pursuit{V}"/>.</summary>
/// <param name="Robots">Number of pursuers.</param>
/// <param name="PreySpeed">Top speed of the prey, m/s; the pursuers' is 1.</param>
public sealed record PursuitOptions(int Robots = 3, double PreySpeed = 1.1) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Pursuit<V>(this);
}

/// <summary>
/// Robots corner a prey that is faster than they are. It flees from each by the inverse square of the distance, and from the walls alike. Reward: -0.01 per metre from the
/// prey; when one pursuer is within 0.35 m of it, 10 for all, and the episode ends.
/// </summary>
internal sealed class Pursuit<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const int Prey = FirstFixture;
    private const double Reach = 0.35;
    private const double Shy = 0.3;
    private readonly Robot<V> _prey;

    public Pursuit(PursuitOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), Field.Semi(options.Robots), Field.Semi(options.Robots))
        {
            Fixtures = [Robot<V>.BodyOf("prey", Runner(options))],
            Randomisation = options.Randomisation,
            TaskNumbers = 4,
        }) => _prey = new Robot<V>(Runner(options), Prey, World.Randomisation, Draws, Physics.Dt, Map);

    public override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
    {
        base.Act(tile, actions, forces);
        Span<V> away = stackalloc V[2];
        (away[0], away[1]) = Fear(tile);
        _prey.Drive(tile, away);
    }

    public override Role RoleOf(int body) => body == Prey ? Role.Prey : base.RoleOf(body);

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        var (semiX, semiY) = (World.SemiX - 0.3, World.SemiY - 0.3);
        spawn.PlaceWithin(Prey, semiX / 2d, semiY / 2d);
        _prey.Begin(tile, spawn);
        Span<int> placed = stackalloc int[1 + Robots.Length];
        placed[0] = Prey;
        for (var i = 0; i < Robots.Length; i++)
        {
            spawn.PlaceApart(Robots[i], semiX, semiY, 2d * Field.Separation, placed[..(i + 1)]);
            placed[i + 1] = Robots[i];
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        var caught = V.All(0d);
        for (var i = 0; i < Robots.Length; i++)
        {
            var distance = tile.Distance(Robots[i], Prey);
            caught |= distance < V.All(Reach);
            rewards[i] = distance * V.All(-0.01);
        }

        foreach (ref var reward in rewards)
        {
            reward += V.All(10d) * Flag(caught);
        }

        return caught;
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row)
    {
        AddOffset(tile, robot, Prey, ref row);
        row.AddVelocity(tile, Prey);
    }

    /// <summary>The direction in which the prey wants to be gone, of length 1.</summary>
    private (V X, V Y) Fear(Tile<V> tile)
    {
        var (x, y) = (Walls(tile.X(Prey), World.SemiX), Walls(tile.Y(Prey), World.SemiY));
        foreach (var robot in Robots)
        {
            var (dx, dy) = (tile.X(Prey) - tile.X(robot), tile.Y(Prey) - tile.Y(robot));
            var squared = V.Max((dx * dx) + (dy * dy), V.All(0.01));
            var push = V.All(1d) / (squared * V.Sqrt(squared));
            (x, y) = (x + (dx * push), y + (dy * push));
        }

        var length = V.Max(V.Sqrt((x * x) + (y * y)), V.All(1e-6));
        return (x / length, y / length);
    }

    private static V Walls(V at, double semi)
    {
        var (low, high) = (V.Max(at + V.All(semi), V.All(0.05)), V.Max(V.All(semi) - at, V.All(0.05)));
        return V.All(Shy) * ((V.All(1d) / (low * low)) - (V.All(1d) / (high * high)));
    }

    private static SwarmRobot Runner(PursuitOptions options) => double.IsFinite(options.PreySpeed) && options.PreySpeed > 0d
        ? new SwarmRobot { TopSpeed = options.PreySpeed }
        : throw new ScenarioException($"PreySpeed: {options.PreySpeed} m/s is not a positive number");
}
