using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Parity.Vmas;

/// <summary>The bodies of a file whose rewards and observations no rule gives: their motion only.</summary>
internal sealed class RecordedScenario<V>(PhysicsSpec physics, IReadOnlyList<BodySpec> landmarks, IReadOnlyList<VmasAgent> agents)
    : VmasScenario<V>(physics, landmarks, agents, 0)
    where V : unmanaged, ILanes<V>
{
    /// <summary>The bodies that a file stores.</summary>
    /// <exception cref="GoldenException">They cannot be run.</exception>
    public static RecordedScenario<V> Read(JsonElement file, string name)
    {
        var world = file.Get("world");
        var entities = file.Get("entities").List("entities");
        var order = file.Get("agent_order").List("agent_order").Select(agent => agent.GetString()).ToList();
        var (landmarks, agents) = (new List<BodySpec>(), new List<VmasAgent>());
        foreach (var entity in entities)
        {
            // A passage's boxes stand side by side without touching each other.
            var group = name.EndsWith("passage", StringComparison.Ordinal) && entity.Get("kind").GetString() == "landmark" && entity.Get("shape").Get("type").GetString() == "box" ? 1 : 0;
            var body = VmasEntities.Body(entity, world, group);
            if (order.Contains(body.Name))
            {
                agents.Add(VmasEntities.Agent(entity, body));
            }
            else
            {
                VmasEntities.CheckIdle(entity, body);
                landmarks.Add(body);
            }
        }

        return agents.Count == order.Count ? new(VmasEntities.Physics(world), landmarks, agents)
            : throw new GoldenException("\"agent_order\" names agents that are not among \"entities\"");
    }

    public override V Judge(Tile<V> tile, Span<V> rewards) => V.All(0d);

    protected override void Place(Spawn<V> spawn)
    {
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
    }
}
