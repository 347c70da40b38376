using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>Slow adversaries hunt fast agents among obstacles: MPE's simple_tag in a walled world, so without its fine for leaving.</summary>
internal sealed class Tag<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double AdversaryRadius = 0.075;
    private const double AgentRadius = 0.05;
    private const double Caught = 10d;
    private readonly int _adversaries;
    private readonly int _obstacles;

    /// <summary>A hunt.</summary>
    /// <param name="agents">Agents that are hunted.</param>
    /// <param name="adversaries">Their hunters.</param>
    /// <param name="obstacles">Number of obstacles.</param>
    public Tag(int agents = 1, int adversaries = 3, int obstacles = 2)
        : base(
            new PhysicsSpec { Substeps = 10, SemiX = 1d, SemiY = 1d, ContactForce = 500d },
            Enumerable.Range(0, obstacles).Select(i => new BodySpec($"landmark {i}", new BodyShape.Disc(0.2))),
            [
                .. Enumerable.Range(0, adversaries).Select(i => new VmasAgent(VmasAgent.Disc($"adversary_{i}", AdversaryRadius) with { MaxSpeed = 1d }, 3d)),
                .. Enumerable.Range(0, agents).Select(i => new VmasAgent(VmasAgent.Disc($"agent_{i}", AgentRadius) with { MaxSpeed = 1.3 }, 4d)),
            ],
            i => 4 + (2 * obstacles) + (2 * (adversaries + agents - 1)) + (2 * (i < adversaries ? agents : agents - 1))) =>
        (_adversaries, _obstacles) = (adversaries, obstacles);

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        var touch = V.All((AdversaryRadius + AgentRadius) * (AdversaryRadius + AgentRadius));
        rewards.Clear();
        var caught = V.All(0d);
        for (var agent = _adversaries; agent < Agents.Length; agent++)
        {
            for (var hunter = 0; hunter < _adversaries; hunter++)
            {
                var touches = V.Select(tile.SquaredDistance(Agents[agent], Agents[hunter]) < touch, V.All(Caught), V.All(0d));
                rewards[agent] -= touches;
                caught += touches;
            }
        }

        rewards[.._adversaries].Fill(caught);
        return V.All(0d);
    }

    public override Role RoleOf(int body) => body >= Agents[0] + _adversaries ? Role.Prey : base.RoleOf(body);

    protected override void Place(Spawn<V> spawn)
    {
        for (var body = 0; body < Bodies.Count; body++)
        {
            var semi = body < _obstacles ? 0.9 : 1d;
            spawn.PlaceWithin(body, semi, semi);
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        row.AddVelocity(tile, Agents[agent]);
        row.AddPosition(tile, Agents[agent]);
        for (var obstacle = 0; obstacle < _obstacles; obstacle++)
        {
            row.AddOffset(tile, Agents[agent], obstacle);
        }

        for (var other = 0; other < Agents.Length; other++)
        {
            if (other != agent)
            {
                row.AddOffset(tile, Agents[agent], Agents[other]);
            }
        }

        for (var other = _adversaries; other < Agents.Length; other++)
        {
            if (other != agent)
            {
                row.AddVelocity(tile, Agents[other]);
            }
        }
    }
}
