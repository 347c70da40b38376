using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>Agents lift a line, on which a package lies, against gravity to a goal.</summary>
internal sealed class Balance<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const int GoalBody = 0;
    private const int Package = 1;
    private const int Line = 2;
    private const int Floor = 3;
    private const double Length = 0.8;
    private const double PackageRadius = 0.05;
    private const double GoalRadius = 0.05;
    private const double Shaping = 100d;
    private readonly double _thickness;
    private readonly BodyShape.Line _line = new(Length);
    private readonly BodyShape.Box _floor = new(10d, 1d);
    private readonly bool _packageAnywhere;

    /// <summary>A balance of <paramref name="agents"/>.</summary>
    /// <param name="agents">Number of agents.</param>
    /// <param name="packageMass">Of the package, kg.</param>
    /// <param name="packageAnywhere">Whether the package starts anywhere on the line instead of at its middle.</param>
    public Balance(int agents, double packageMass = 5d, bool packageAnywhere = true)
        : base(
            new PhysicsSpec { SemiY = 1d, GravityY = -0.05 },
            [
                Goal("goal", GoalRadius),
                new BodySpec("package", new BodyShape.Disc(PackageRadius)) { Movable = true, Mass = packageMass },
                new BodySpec("line", new BodyShape.Line(Length)) { Movable = true, Rotatable = true, Mass = 5d },
                new BodySpec("floor", new BodyShape.Box(10d, 1d)),
            ],
            VmasAgent.Some(agents, AgentRadius, 0.7),
            16) => (_packageAnywhere, _thickness) = (packageAnywhere, Physics.LineThickness);

    /// <summary>Distance of the package from the goal after the step before, m.</summary>
    public override int Memory => 1;

    private static double AgentRadius => 0.03;

    public override void Remember(Tile<V> tile, Spawn<V> spawn) => spawn.Set(ref tile.Memory(0), tile.Distance(Package, GoalBody));

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        var distance = tile.Distance(Package, GoalBody);
        var fallen = Fallen(tile);
        Share(rewards, ((tile.Memory(0) - distance) * V.All(Shaping)) + V.Select(fallen, V.All(-10d), V.All(0d)));
        tile.Memory(0) = distance;
        return fallen | (distance <= V.All(PackageRadius + GoalRadius));
    }

    public override BodyShape ShapeOf(int body) => body == Floor ? new BodyShape.Box(2.4, 1d) : base.ShapeOf(body);

    protected override void Place(Spawn<V> spawn)
    {
        spawn.Place(GoalBody, spawn.Uniform(-1d, 1d), spawn.Uniform(0d, 1d));
        var lineX = spawn.Uniform(-1d + (Length / 2d), 1d - (Length / 2d));
        var lineY = -1d + (2d * AgentRadius);
        var reach = (Length / 2d) - PackageRadius;
        var packageX = lineX + (_packageAnywhere ? spawn.Uniform(-reach, reach) : V.All(0d));
        spawn.Place(Package, packageX, V.All(lineY + PackageRadius));
        spawn.Place(Line, lineX, V.All(lineY));
        spawn.Place(Floor, V.All(0d), V.All(-1.5 - AgentRadius));
        for (var i = 0; i < Agents.Length; i++)
        {
            var share = Agents.Length == 1 ? 0d : ((double)i / (Agents.Length - 1)) - 0.5;
            spawn.Place(Agents[i], lineX + V.All((Length - AgentRadius) * share), V.All(-1d));
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        var body = Agents[agent];
        row.AddPosition(tile, body);
        row.AddVelocity(tile, body);
        row.AddOffset(tile, Package, body);
        row.AddOffset(tile, Line, body);
        row.AddOffset(tile, GoalBody, Package);
        row.AddVelocity(tile, Package);
        row.AddVelocity(tile, Line);
        row.Add(tile.Spin(Line));
        row.Add(Angle(tile.Rotation(Line)));
    }

    /// <summary>Where the line or the package touches the floor.</summary>
    private V Fallen(Tile<V> tile)
    {
        var low = V.Min(tile.Y(Package) - V.All(PackageRadius), tile.Y(Line) - (V.Abs(tile.Sin(Line)) * V.All(Length / 2d)));
        if (!V.Any(low <= tile.Y(Floor) + V.All(0.5 + _thickness)))
        {
            return V.All(0d);
        }

        var package = tile.SquaredGap(Package, Floor, _floor) <= V.All((PackageRadius + _thickness) * (PackageRadius + _thickness));
        return package | (tile.SquaredGap(Line, _line, Floor, _floor) <= V.All(_thickness * _thickness));
    }
}
