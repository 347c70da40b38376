using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>
/// A task for robots in a walled arena: what the product's own scenarios, and a user's, are made on. A scenario says what stands where, what is seen
/// besides the senses, and what is rewarded. Bodies: the arena, fixtures, robots. A step is 0.1 s.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public abstract class SwarmScenario<V> : BodyScenario<V>
    where V : unmanaged, ILanes<V>
{
    /// <summary>The first of the fixtures' bodies.</summary>
    protected const int FirstFixture = 1;

    private const int Arena = 0;
    private readonly Robot<V>[] _drives;
    private readonly Senses<V> _senses;
    private readonly Touch<V> _touch;
    private readonly int _previous;

    /// <summary>A scenario in <paramref name="world"/>.</summary>
    /// <exception cref="ScenarioException">The world's numbers make no sense; the message names the field.</exception>
    protected SwarmScenario(SwarmWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        World = world.Checked();
        var first = FirstFixture + world.Fixtures.Count;
        Robots = [.. Enumerable.Range(first, world.Robots.Count)];
        Bodies =
        [
            new BodySpec("arena", new BodyShape.Box(2d * world.SemiX, 2d * world.SemiY, Hollow: true)) { Collides = false },
            .. world.Fixtures,
            .. world.Robots.Select((robot, i) => Robot<V>.BodyOf($"robot {i}", robot)),
        ];
        var wall = world.Robots.Min(robot => robot.Radius);
        Physics = new PhysicsSpec { Substeps = 4, Drag = 0d, ContactForce = 400d, SemiX = world.SemiX - wall, SemiY = world.SemiY - wall };
        Draws = new Draws<V>(Map, world.Randomisation.Curriculum);
        _drives = [.. world.Robots.Select((robot, i) => new Robot<V>(robot, Robots[i], world.Randomisation, Draws, Physics.Dt, Map))];
        _senses = new Senses<V>(world, Bodies, Arena, Robots, Draws, Physics.Dt, Map);
        _touch = new Touch<V>(Bodies, world.SemiX, world.SemiY, Physics.LineThickness);
        _previous = Map.Take(Robots.Length);
        Actions = [.. Robots.Select(_ => ActionSpace.Continuous(2, -1f, 1f))];
        ObservationSizes = [.. Robots.Select(_ => _senses.Size + world.TaskNumbers)];
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<BodySpec> Bodies { get; }

    /// <inheritdoc/>
    public sealed override PhysicsSpec Physics { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<ActionSpace> Actions { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<int> ObservationSizes { get; }

    /// <inheritdoc/>
    public sealed override int Memory => Map.Count;

    /// <inheritdoc/>
    public sealed override int MaxSteps => World.MaxSteps;

    /// <summary>What the world is made of.</summary>
    protected SwarmWorld World { get; }

    /// <summary>The robots' bodies.</summary>
    protected int[] Robots { get; }

    /// <summary>Memory, for what a scenario keeps: taken in its constructor.</summary>
    protected MemoryMap Map { get; } = new();

    /// <summary>What is drawn when an episode begins.</summary>
    protected Draws<V> Draws { get; }

    /// <summary>For each robot, the number of memory that says whether it is there (above 0); empty where all always are.</summary>
    protected virtual ReadOnlySpan<int> Present => default;

    /// <inheritdoc/>
    public sealed override void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        Draws.Begin(tile, spawn);
        spawn.Place(Arena, V.All(0d), V.All(0d));
        Place(tile, spawn);
        _senses.Begin(tile, spawn);
        foreach (var robot in _drives)
        {
            robot.Begin(tile, spawn);
        }
    }

    /// <inheritdoc/>
    public override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
    {
        for (var i = 0; i < _drives.Length; i++)
        {
            _drives[i].Drive(tile, actions.Slice(2 * i, 2));
        }
    }

    /// <inheritdoc/>
    public sealed override V Judge(Tile<V> tile, Span<V> rewards)
    {
        _senses.Advance(tile);
        return Reward(tile, rewards);
    }

    /// <inheritdoc/>
    public sealed override void Observe(Tile<V> tile, Span<V> observations)
    {
        var row = new Row<V>(observations);
        for (var i = 0; i < Robots.Length; i++)
        {
            _senses.Observe(tile, i, ref row, Present);
            Observe(tile, i, ref row);
        }
    }

    /// <inheritdoc/>
    public override Role RoleOf(int body) => body switch
    {
        Arena => Role.Floor,
        _ when body >= Robots[0] => Role.Robot,
        _ when Bodies[body].Movable => Role.Load,
        _ => Bodies[body].Collides ? Role.Obstacle : Role.Goal,
    };

    /// <summary>Sets down every fixture and every robot, and the scenario's own memory.</summary>
    protected abstract void Place(Tile<V> tile, Spawn<V> spawn);

    /// <summary>What a step earned; all robots and bodies have moved.</summary>
    /// <returns>A mask of the worlds whose episode has ended.</returns>
    protected abstract V Reward(Tile<V> tile, Span<V> rewards);

    /// <summary>Adds what robot number <paramref name="robot"/> sees of its task: <see cref="SwarmWorld.TaskNumbers"/> numbers.</summary>
    protected abstract void Observe(Tile<V> tile, int robot, ref Row<V> row);

    /// <summary>Adds where a body is, as seen from where robot number <paramref name="robot"/> believes to be, m.</summary>
    protected void AddOffset(Tile<V> tile, int robot, int body, ref Row<V> row) => _senses.AddOffset(tile, robot, body, ref row);

    /// <summary>How many robots, obstacles and walls robot number <paramref name="robot"/> touches.</summary>
    protected V Touches(Tile<V> tile, int robot) => _touch.Count(tile, Robots[robot]);

    /// <summary>Remembers how far robot number <paramref name="robot"/> is from where it should be as an episode begins, m: see <see cref="Gain"/>.</summary>
    protected void Remember(Tile<V> tile, Spawn<V> spawn, int robot, V distance) => spawn.Set(ref tile.Memory(_previous + robot), distance);

    /// <summary>By how much nearer robot number <paramref name="robot"/> has come since the step before, m; remembers the distance.</summary>
    protected V Gain(Tile<V> tile, int robot, V distance)
    {
        ref var previous = ref tile.Memory(_previous + robot);
        var gain = previous - distance;
        previous = distance;
        return gain;
    }

    /// <summary>1 where the mask is set, else 0.</summary>
    protected static V Flag(V mask) => V.Select(mask, V.All(1d), V.All(0d));

    /// <summary>A fixed disc that nobody touches: a goal.</summary>
    protected static BodySpec Goal(string name, double radius = 0.12) => new(name, new BodyShape.Disc(radius)) { Collides = false };
}
