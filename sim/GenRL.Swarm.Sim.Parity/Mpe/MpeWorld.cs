using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Mpe;

namespace GenRL.Swarm.Sim.Parity.Mpe;

/// <summary>One world of a scenario, the same in every lane, with everything in reach.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class MpeWorld<V>(MpeScenario<V> scenario)
    where V : unmanaged, ILanes<V>
{
    private readonly Physics<V> _physics = new(scenario.Bodies, scenario.Physics);
    private readonly V[] _numbers = new V[BodyField.First + (scenario.Bodies.Count * BodyField.Count) + scenario.Memory];
    private readonly V[] _actions = new V[scenario.Actions.Sum(action => action.Size)];
    private readonly V[] _forces = new V[scenario.Bodies.Count * 3];
    private readonly V[] _rewards = new V[scenario.Agents.Count];
    private readonly V[] _seen = new V[scenario.ObservationSizes.Sum()];

    private Tile<V> Tile => new(_numbers, scenario.Bodies.Count);

    /// <summary>Puts a body where a row says.</summary>
    public void Place(int body, ReadOnlySpan<double> position, ReadOnlySpan<double> velocity)
    {
        var tile = Tile;
        (tile.X(body), tile.Y(body)) = (V.All(position[0]), V.All(position[1]));
        (tile.VelocityX(body), tile.VelocityY(body)) = (V.All(velocity[0]), V.All(velocity[1]));
    }

    /// <summary>Sets what an agent said last.</summary>
    public void Say(int agent, ReadOnlySpan<double> message)
    {
        for (var i = 0; scenario.MessageOf(agent) is >= 0 and var at && i < message.Length; i++)
        {
            Tile.Memory(at + i) = V.All(message[i]);
        }
    }

    /// <summary>Sets a goal.</summary>
    public void Aim(int goal, int landmark) => scenario.Goal(Tile, goal) = V.All(landmark);

    /// <summary>Sets how many steps the episode has had.</summary>
    public void Count(int steps) => _numbers[0] = V.All(steps);

    /// <summary>One step.</summary>
    /// <param name="actions">Agent by agent.</param>
    /// <returns>Whether the episode is over, and whether time ran out.</returns>
    public (bool Terminated, bool Truncated) Step(ReadOnlySpan<double> actions)
    {
        for (var i = 0; i < _actions.Length; i++)
        {
            _actions[i] = V.All(actions[i]);
        }

        Array.Clear(_forces);
        var forces = new Forces<V>(_forces);
        scenario.Act(Tile, _actions, forces);
        _physics.Step(Tile, forces);
        var terminated = scenario.Judge(Tile, _rewards);
        _numbers[0] += V.All(1d);
        return (V.Bits(terminated) == (1u << V.Count) - 1, One(Tile.Steps) >= scenario.MaxSteps);
    }

    /// <summary>Where an agent is.</summary>
    public double[] Position(int agent) => [One(Tile.X(agent)), One(Tile.Y(agent))];

    /// <summary>How fast an agent is.</summary>
    public double[] Velocity(int agent) => [One(Tile.VelocityX(agent)), One(Tile.VelocityY(agent))];

    /// <summary>What an agent said last.</summary>
    public double[] Message(int agent) =>
        [.. Enumerable.Range(0, scenario.Channels).Select(i => scenario.MessageOf(agent) is >= 0 and var at ? One(Tile.Memory(at + i)) : 0d)];

    /// <summary>What an agent earned in the last step.</summary>
    public double Reward(int agent) => One(_rewards[agent]);

    /// <summary>What an agent sees.</summary>
    public double[] Observation(int agent)
    {
        scenario.Observe(Tile, _seen);
        var sizes = scenario.ObservationSizes;
        return Ones(_seen.AsSpan(sizes.Take(agent).Sum(), sizes[agent]));
    }

    /// <summary>The colour of a body.</summary>
    public double[] Colour(int body)
    {
        var colour = new V[scenario.Entities[body].Colour.Length];
        scenario.Paint(Tile, body, colour);
        return Ones(colour);
    }

    /// <summary>The points of a figure.</summary>
    public double[][] Points(Figure<V> figure)
    {
        var points = new V[2 * figure.Agents.Count];
        figure.Draft(Tile, points);
        return [.. Ones(points).Chunk(2)];
    }

    /// <summary>The value that all lanes have.</summary>
    public static double One(V value)
    {
        var first = V.Get(value, 0);
        var all = V.All(first);
        return V.Any((value < all) | (value > all)) ? throw new GoldenException("lanes of one and the same world differ") : first;
    }

    private static double[] Ones(ReadOnlySpan<V> values)
    {
        var ones = new double[values.Length];
        for (var i = 0; i < ones.Length; i++)
        {
            ones[i] = One(values[i]);
        }

        return ones;
    }
}
