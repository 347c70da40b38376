using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>
/// A multi-agent particle environment (Lowe et al., Multi-agent actor-critic for mixed cooperative-competitive environments, 2017; rules of MPE2
/// 1.1.0): discs pushed about by five-way actions, which may also say something. Bodies are the agents, then the landmarks. The scenario's numbers
/// are the messages of those agents that speak, then what its heir asks for.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
internal abstract class MpeScenario<V> : BodyScenario<V>
    where V : unmanaged, ILanes<V>
{
    /// <summary>Choices of an action that moves: stay, left, right, down, up.</summary>
    protected const int Moves = 5;

    private const double UsualForce = 5d;

    private readonly bool _continuous;
    private readonly Hand<V>[] _hands;
    private readonly V[] _landmarkColours;
    private readonly int _own;
    private readonly V _lastStep;

    /// <summary>The scenario of these agents and landmarks.</summary>
    /// <param name="options">The choices.</param>
    /// <param name="channels">Numbers of a message.</param>
    /// <param name="agents">The agents.</param>
    /// <param name="landmarks">The landmarks; all of as many colours.</param>
    protected MpeScenario(MpeOptions options, int channels, IReadOnlyList<MpeEntity> agents, IReadOnlyList<MpeEntity> landmarks)
    {
        if (options.MaxCycles < 1)
        {
            throw new ScenarioException($"max cycles: {options.MaxCycles} is less than 1");
        }

        (Channels, Agents, Landmarks, MaxSteps, _continuous) = (channels, agents, landmarks, options.MaxCycles, options.Continuous);
        Entities = [.. agents, .. landmarks];
        Bodies = [.. Entities.Select(BodyOf)];
        Actions = [.. agents.Select(ActionOf)];
        _landmarkColours = [.. landmarks.SelectMany(landmark => landmark.Colour).Select(V.All)];
        _hands = [.. agents.Select((_, i) => HandOf(i))];
        _own = agents.Count(agent => !agent.Silent) * channels;
        _lastStep = V.All(options.MaxCycles - 1);
    }

    /// <summary>Numbers of a message.</summary>
    public int Channels { get; }

    /// <summary>The agents.</summary>
    public IReadOnlyList<MpeEntity> Agents { get; }

    /// <summary>The landmarks.</summary>
    public IReadOnlyList<MpeEntity> Landmarks { get; }

    /// <summary>Agents, then landmarks: as the bodies.</summary>
    public IReadOnlyList<MpeEntity> Entities { get; }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<BodySpec> Bodies { get; }

    /// <inheritdoc/>
    public sealed override PhysicsSpec Physics { get; } = new() { PositionFirst = true, CutOff = false };

    /// <inheritdoc/>
    public sealed override IReadOnlyList<ActionSpace> Actions { get; }

    /// <inheritdoc/>
    public sealed override int MaxSteps { get; }

    /// <inheritdoc/>
    public sealed override int Memory => _own + Goals;

    /// <summary>The share of its own reward in what an agent gets, the rest being the team's; null where there is no team's.</summary>
    public virtual double? LocalRatio => null;

    /// <summary>Goals that are drawn at the start of an episode, each the number of a landmark.</summary>
    public virtual int Goals => 0;

    /// <summary>Half the side of the square on which landmarks are set down, m.</summary>
    protected virtual double LandmarkRange => 1d;

    /// <summary>A mask of no world.</summary>
    protected static V None => V.All(0d);

    /// <inheritdoc/>
    public override void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        for (var goal = 0; goal < Goals; goal++)
        {
            spawn.Set(ref Goal(tile, goal), spawn.Choice(Landmarks.Count));
        }

        for (var number = 0; number < _own; number++)
        {
            spawn.Set(ref tile.Memory(number), V.All(0d));
        }

        for (var agent = 0; agent < Agents.Count; agent++)
        {
            spawn.PlaceWithin(agent, 1d, 1d);
        }

        PlaceLandmarks(tile, spawn);
    }

    /// <inheritdoc/>
    public sealed override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
    {
        foreach (ref readonly var hand in _hands.AsSpan())
        {
            actions = _continuous ? MpeActions.Push(tile, hand, Channels, actions, forces) : MpeActions.Choose(tile, hand, Channels, actions, forces);
        }
    }

    /// <inheritdoc/>
    public sealed override V Judge(Tile<V> tile, Span<V> rewards) =>
        // In the last step time runs out, success or not.
        Score(tile, rewards) & (tile.Steps < _lastStep);

    /// <inheritdoc/>
    public override Role RoleOf(int body) =>
        body >= Agents.Count ? Entities[body].Collides ? Role.Obstacle : Role.Goal
        : Agents[body].Adversary ? Role.Prey
        : Role.Robot;

    /// <summary>Writes the colour of a body as it is in this episode.</summary>
    /// <param name="tile">Read.</param>
    /// <param name="body">Its number.</param>
    /// <param name="colour">Written; as many numbers as <see cref="MpeEntity.Colour"/> has.</param>
    public virtual void Paint(Tile<V> tile, int body, Span<V> colour)
    {
        var fixedColour = Entities[body].Colour;
        for (var i = 0; i < colour.Length; i++)
        {
            colour[i] = V.All(fixedColour[i]);
        }
    }

    /// <summary>The number of the landmark that is a goal.</summary>
    public ref V Goal(Tile<V> tile, int goal) => ref tile.Memory(_own + goal);

    /// <summary>Where the message of an agent begins among the numbers of the scenario; -1 where it is silent.</summary>
    public int MessageOf(int agent) => _hands[agent].Message;

    /// <summary>What the step earned, and the worlds whose task is done.</summary>
    protected abstract V Score(Tile<V> tile, Span<V> rewards);

    /// <summary>Sets the landmarks down.</summary>
    protected virtual void PlaceLandmarks(Tile<V> tile, Spawn<V> spawn)
    {
        for (var landmark = Agents.Count; landmark < Entities.Count; landmark++)
        {
            spawn.PlaceWithin(landmark, LandmarkRange, LandmarkRange);
        }
    }

    /// <summary>Where a goal lies.</summary>
    protected (V X, V Y) PlaceOf(Tile<V> tile, V goal)
    {
        var (x, y) = (tile.X(Agents.Count), tile.Y(Agents.Count));
        for (var k = 1; k < Landmarks.Count; k++)
        {
            var chosen = goal >= V.All(k);
            x = V.Select(chosen, tile.X(Agents.Count + k), x);
            y = V.Select(chosen, tile.Y(Agents.Count + k), y);
        }

        return (x, y);
    }

    /// <summary>Square of the distance of a body from a point, m^2.</summary>
    protected static V SquaredDistance(Tile<V> tile, int body, (V X, V Y) point)
    {
        var (dx, dy) = (tile.X(body) - point.X, tile.Y(body) - point.Y);
        return (dx * dx) + (dy * dy);
    }

    /// <summary>Distance of a body from a point, m.</summary>
    protected static V Distance(Tile<V> tile, int body, (V X, V Y) point) => V.Sqrt(SquaredDistance(tile, body, point));

    /// <summary>Writes the fixed colour of a goal, and returns what follows.</summary>
    protected Span<V> SeeColour(V goal, Span<V> seen)
    {
        var size = _landmarkColours.Length / Landmarks.Count;
        for (var i = 0; i < size; i++)
        {
            var value = _landmarkColours[i];
            for (var k = 1; k < Landmarks.Count; k++)
            {
                value = V.Select(goal >= V.All(k), _landmarkColours[(k * size) + i], value);
            }

            seen[i] = value;
        }

        return seen[size..];
    }

    /// <summary>Writes what an agent last said, and returns what follows.</summary>
    protected Span<V> SeeMessage(Tile<V> tile, int message, Span<V> seen)
    {
        for (var i = 0; i < Channels; i++)
        {
            seen[i] = tile.Memory(message + i);
        }

        return seen[Channels..];
    }

    private static BodySpec BodyOf(MpeEntity entity) => new(entity.Name, new BodyShape.Disc(entity.Radius))
    {
        Movable = entity.Movable,
        Collides = entity.Collides,
        MaxSpeed = entity.MaxSpeed ?? double.PositiveInfinity,
    };

    private Hand<V> HandOf(int agent) => new(
        Agents[agent].Movable ? agent : -1,
        Agents[agent].Silent ? -1 : Agents.Take(agent).Count(other => !other.Silent) * Channels,
        V.All(Agents[agent].Acceleration ?? UsualForce));

    private ActionSpace ActionOf(MpeEntity agent)
    {
        var (moves, words) = (agent.Movable ? Moves : 0, agent.Silent ? 0 : Channels);
        return _continuous
            ? ActionSpace.Continuous(moves + words, 0f, 1f)
            : ActionSpace.Discrete(Math.Max(moves, 1) * Math.Max(words, 1));
    }
}
