using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>Agents push the ends of a line that turns about its centre, to a given angular velocity.</summary>
internal sealed class Wheel<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const int Line = 0;
    private const int Centre = 1;
    private readonly double _semi;
    private readonly double _wanted;

    /// <summary>A wheel turned by <paramref name="agents"/>.</summary>
    /// <param name="agents">Number of agents.</param>
    /// <param name="length">Of the line, m.</param>
    /// <param name="mass">Of the line, kg.</param>
    /// <param name="wanted">Angular velocity, rad/s.</param>
    public Wheel(int agents, double length = 2d, double mass = 30d, double wanted = 0.05)
        : base(
            new PhysicsSpec(),
            [new BodySpec("line", new BodyShape.Line(length)) { Rotatable = true, Mass = mass }, Goal("center", 0.02)],
            VmasAgent.Some(agents, 0.03, 0.6),
            13) => (_semi, _wanted) = (length / 2d, wanted);

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        Share(rewards, -Miss(tile));
        return V.All(0d);
    }

    protected override void Place(Spawn<V> spawn)
    {
        var zero = V.All(0d);
        spawn.Place(Line, zero, zero, spawn.Uniform(-Math.PI / 2d, Math.PI / 2d));
        spawn.Place(Centre, zero, zero);
        foreach (var agent in Agents)
        {
            spawn.PlaceWithin(agent, _semi, _semi);
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        var body = Agents[agent];
        row.AddPosition(tile, body);
        row.AddVelocity(tile, body);
        row.AddOffset(tile, body, Line);
        var (alongX, alongY) = (tile.Cos(Line) * V.All(_semi), tile.Sin(Line) * V.All(_semi));
        var (dx, dy) = (tile.X(Line) - tile.X(body), tile.Y(Line) - tile.Y(body));
        row.Add(dx + alongX, dy + alongY);
        row.Add(dx - alongX, dy - alongY);
        row.Add(Angle(tile.Rotation(Line)));
        row.Add(V.Abs(tile.Spin(Line)));
        row.Add(Miss(tile));
    }

    private V Miss(Tile<V> tile) => V.Abs(V.Abs(tile.Spin(Line)) - V.All(_wanted));
}
