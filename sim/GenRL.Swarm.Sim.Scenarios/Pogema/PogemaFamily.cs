using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>POGEMA's usual configurations: random maps of density 0.3, seen five cells far, 256 steps.</summary>
internal static class PogemaFamily
{
    /// <summary>Most agents that may be asked for; a small map takes fewer.</summary>
    private const int MostAgents = 4096;

    /// <summary>The family's entries.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        Entry("", 8, 1, "each vanishes on its target"),
        Entry("", 16, 8, "each vanishes on its target"),
        Entry("-lifelong", 16, 8, "each gets target after target", PogemaOnTarget.Restart),
        Entry("-lifelong", 32, 64, "each gets target after target", PogemaOnTarget.Restart),
        Entry("-lifelong-soft", 16, 8, "each gets target after target, all move at once", PogemaOnTarget.Restart, PogemaCollisions.Soft),
        Entry("-lifelong-block", 16, 8, "each gets target after target, contested cells are closed", PogemaOnTarget.Restart, PogemaCollisions.BlockBoth),
        Entry("-together", 8, 4, "all must be on their targets at once", PogemaOnTarget.Nothing),
    ];

    private static ScenarioEntry Entry(
        string variant, int size, int agents, string task, PogemaOnTarget onTarget = PogemaOnTarget.Finish,
        PogemaCollisions collisions = PogemaCollisions.Priority) =>
        new($"pogema/{size}x{size}-{agents}ag{variant}", $"{agents} agents find their ways on a {size} x {size} map: {task}", request =>
        {
            var options = new PogemaOptions
            {
                Rows = size,
                Columns = size,
                Agents = request.AgentsWithin(1, MostAgents, agents),
                MaxSteps = 256,
                OnTarget = onTarget,
                Collisions = collisions,
            }.Checked();
            return new WorldsEnvironment(request.Worlds, () => new PogemaWorld(options), request.Threads);
        });
}
