using GenRL.Swarm.Sim.Engine.Bodies;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>An agent of VMAS.</summary>
/// <param name="Body">Its disc.</param>
/// <param name="Multiplier">Force per unit of action, N.</param>
/// <param name="Range">Greatest size of an action.</param>
internal sealed record VmasAgent(BodySpec Body, double Multiplier = 1d, double Range = 1d)
{
    /// <summary>The usual agents: agent_0, agent_1 ...</summary>
    public static VmasAgent[] Some(int count, double radius, double multiplier = 1d, bool collides = true, double mass = 1d, double? drag = null) =>
    [
        .. Enumerable.Range(0, count).Select(i => new VmasAgent(Disc($"agent_{i}", radius) with { Collides = collides, Mass = mass, Drag = drag }, multiplier)),
    ];

    /// <summary>An agent's body: it can be pushed and, in principle, turned.</summary>
    public static BodySpec Disc(string name, double radius) => new(name, new BodyShape.Disc(radius)) { Movable = true, Rotatable = true };
}
