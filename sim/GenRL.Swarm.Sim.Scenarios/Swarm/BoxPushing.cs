using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="BoxPushing{V}"/>.</summary>
/// <param name="Robots">Number of robots.</param>
/// <param name="Side">Of the box, m.</param>
public sealed record BoxPushingOptions(int Robots = 3, double Side = 0.6) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new BoxPushing<V>(this);
}

/// <summary>
/// Robots push a box to a goal. Its friction is more than one robot pushes with (mass x top speed / time constant, 4 N, less what a held command
/// gives of it) and less than two do. Reward, shared: ten times the metres that the box comes nearer, and 10 when it is there, which ends the episode.
/// </summary>
internal sealed class BoxPushing<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const int Box = FirstFixture;
    private const int Target = FirstFixture + 1;
    private const double Mass = 60d;
    private const double Friction = 4.2;
    private const double Nearness = 0.2;
    private readonly double _clear;
    private readonly int _previous;

    public BoxPushing(BoxPushingOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), Field.Semi(options.Robots), Field.Semi(options.Robots))
        {
            Fixtures =
            [
                new BodySpec("box", new BodyShape.Box(options.Side, options.Side))
                {
                    Movable = true, Rotatable = true, Mass = Mass, Drag = 0d, LinearFriction = Friction / Mass, AngularFriction = 1.5,
                },
                Goal("target", Nearness),
            ],
            Randomisation = options.Randomisation,
            TaskNumbers = 10,
            MaxSteps = 400,
        })
    {
        if (!double.IsFinite(options.Side) || options.Side <= 0d || options.Side > Field.Semi(options.Robots) / 2d)
        {
            throw new ScenarioException($"Side: {options.Side} m is not between 0 and {Field.Semi(options.Robots) / 2d} m");
        }

        (_clear, _previous) = ((options.Side * Math.Sqrt(0.5)) + 0.25, Map.Take(1));
        SwarmWorld.RequireRoom("robots", options.Robots + 1, Math.Max(Field.Separation, _clear), World.SemiX - 0.3, World.SemiY - 0.3);
    }

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        var (semi, box) = (World.SemiX - 0.3, World.SemiX / 2d);
        spawn.Place(Box, spawn.Uniform(-box, box), spawn.Uniform(-box, box), spawn.Uniform(-Math.PI, Math.PI));
        spawn.PlaceApart(Target, box, box, 2d * Nearness, [Box]);
        Span<int> placed = stackalloc int[Robots.Length + 1];
        placed[0] = Box;
        for (var i = 0; i < Robots.Length; i++)
        {
            spawn.PlaceApart(Robots[i], semi, semi, Math.Max(Field.Separation, _clear), placed[..(i + 1)]);
            placed[i + 1] = Robots[i];
        }

        spawn.Set(ref tile.Memory(_previous), tile.Distance(Box, Target));
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        var distance = tile.Distance(Box, Target);
        var there = distance < V.All(Nearness);
        rewards.Fill((V.All(10d) * (tile.Memory(_previous) - distance)) + (V.All(10d) * Flag(there)));
        tile.Memory(_previous) = distance;
        return there;
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row)
    {
        AddOffset(tile, robot, Box, ref row);
        row.AddVelocity(tile, Box);
        row.Add(tile.Cos(Box), tile.Sin(Box));
        row.AddOffset(tile, Box, Target);
        AddOffset(tile, robot, Target, ref row);
    }
}
