using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>
/// A scenario on VMAS's physics (Bettini et al., VMAS: a vectorized multi-agent simulator, arXiv 2207.03530; written from its description).
/// Landmarks come before agents; an agent's two numbers, in its range, times its multiplier are the force on it, N.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
internal abstract class VmasScenario<V> : BodyScenario<V>
    where V : unmanaged, ILanes<V>
{
    private readonly V[] _multipliers;

    protected VmasScenario(PhysicsSpec physics, IEnumerable<BodySpec> landmarks, IReadOnlyList<VmasAgent> agents, int observationSize)
        : this(physics, landmarks, agents, _ => observationSize)
    {
    }

    protected VmasScenario(PhysicsSpec physics, IEnumerable<BodySpec> landmarks, IReadOnlyList<VmasAgent> agents, Func<int, int> observationSize)
    {
        Physics = physics;
        var fixtures = landmarks.ToList();
        Bodies = [.. fixtures, .. agents.Select(agent => agent.Body)];
        Agents = [.. Enumerable.Range(fixtures.Count, agents.Count)];
        Actions = [.. agents.Select(agent => ActionSpace.Continuous(2, (float)-agent.Range, (float)agent.Range))];
        ObservationSizes = [.. agents.Select((_, i) => observationSize(i))];
        _multipliers = [.. agents.Select(agent => V.All(agent.Multiplier))];
    }

    public sealed override IReadOnlyList<BodySpec> Bodies { get; }

    public sealed override PhysicsSpec Physics { get; }

    public sealed override IReadOnlyList<ActionSpace> Actions { get; }

    public sealed override IReadOnlyList<int> ObservationSizes { get; }

    /// <summary>Per agent, force per unit of action, N.</summary>
    public IReadOnlyList<V> Multipliers => _multipliers;

    /// <summary>The agents' bodies.</summary>
    protected int[] Agents { get; }

    public override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
    {
        for (var i = 0; i < Agents.Length; i++)
        {
            forces.X(Agents[i]) = actions[2 * i] * _multipliers[i];
            forces.Y(Agents[i]) = actions[(2 * i) + 1] * _multipliers[i];
        }
    }

    public sealed override void Observe(Tile<V> tile, Span<V> observations)
    {
        var row = new Row<V>(observations);
        for (var i = 0; i < Agents.Length; i++)
        {
            Observe(tile, i, ref row);
        }
    }

    public override Role RoleOf(int body) =>
        body >= Agents[0] ? Role.Robot : Bodies[body].Movable || Bodies[body].Rotatable ? Role.Load : Bodies[body].Collides ? Role.Obstacle : Role.Goal;

    /// <summary>Sets the scenario's own numbers as they are when the bodies stand where they stand: at the start, and when a state is loaded.</summary>
    public virtual void Remember(Tile<V> tile, Spawn<V> spawn)
    {
    }

    /// <summary>Where the bodies begin.</summary>
    protected abstract void Place(Spawn<V> spawn);

    /// <summary>What one agent sees.</summary>
    protected abstract void Observe(Tile<V> tile, int agent, ref Row<V> row);

    public sealed override void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        Place(spawn);
        Remember(tile, spawn);
    }

    /// <summary>A fixed disc that nobody touches: a goal.</summary>
    protected static BodySpec Goal(string name, double radius) => new(name, new BodyShape.Disc(radius)) { Collides = false };

    /// <summary>Gives every agent the same reward.</summary>
    protected static void Share(Span<V> rewards, V reward) => rewards.Fill(reward);

    /// <summary>A line looks alike when turned by half a turn: its rotation modulo pi, rad.</summary>
    protected static V Angle(V rotation) => rotation - (V.Floor(rotation / V.All(Math.PI)) * V.All(Math.PI));

    /// <summary>1 where the mask is set, else 0.</summary>
    protected static V Flag(V mask) => V.Select(mask, V.All(1d), V.All(0d));
}
