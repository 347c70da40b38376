using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>
/// Two agents push a ball through the gap in a wall of boxes to a goal. Bodies and laws are VMAS's; rewards and observations are ours: a reward for
/// each metre that the ball comes nearer, to the gap while it is below the wall, then to the goal.
/// </summary>
internal sealed class BallPassage<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const int GoalBody = 0;
    private const int Ball = 1;
    private const int FirstBox = 2;
    private const int Boxes = 20;
    private const int Gap = FirstBox + (Boxes / 2);
    private const double Radius = 0.03333;
    private const double Length = 0.103;
    private const double Shaping = 10d;

    /// <summary>A wall for <paramref name="agents"/>.</summary>
    public BallPassage(int agents)
        : base(
            new PhysicsSpec { Drag = 0d, SemiX = 1d, SemiY = 1d },
            [
                Goal("goal", Radius),
                new BodySpec("ball", new BodyShape.Disc(Radius)) { Movable = true, LinearFriction = 0.02 },
                .. Enumerable.Range(0, Boxes).Select(i =>
                    new BodySpec($"passage {i}", new BodyShape.Box(Length, 0.2)) { Collides = FirstBox + i != Gap, Group = 1 }),
            ],
            VmasAgent.Some(agents, Radius, 0.7, mass: 2d, drag: 0.25),
            10)
    {
    }

    /// <summary>What the ball had yet to go after the step before, m.</summary>
    public override int Memory => 1;

    public override void Remember(Tile<V> tile, Spawn<V> spawn) => spawn.Set(ref tile.Memory(0), ToGo(tile));

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        var left = ToGo(tile);
        Share(rewards, (tile.Memory(0) - left) * V.All(Shaping));
        tile.Memory(0) = left;
        return tile.Distance(Ball, GoalBody) <= V.All(2d * Radius);
    }

    protected override void Place(Spawn<V> spawn)
    {
        spawn.Place(GoalBody, spawn.Uniform(-0.9, 0.9), spawn.Uniform(0.3, 0.9));
        spawn.Place(Ball, spawn.Uniform(-0.9, 0.9), spawn.Uniform(-0.5, -0.2));

        // The gap and the box in whose place it comes change places.
        var slot = spawn.Choice(Boxes);
        for (var i = 0; i < Boxes; i++)
        {
            var own = V.All(i);
            var taken = (own >= slot) & (own <= slot);
            spawn.Place(FirstBox + i, SlotX(V.Select(taken, V.All(Gap - FirstBox), own)), V.All(0d));
        }

        spawn.Place(Gap, SlotX(slot), V.All(0d));
        // Each in a band of its own, below the ball.
        var band = 1.8 / Agents.Length;
        for (var i = 0; i < Agents.Length; i++)
        {
            var left = -0.9 + (band * i);
            spawn.Place(Agents[i], spawn.Uniform(left, left + Math.Max(band - (2d * Radius), 0d)), spawn.Uniform(-0.9, -0.7));
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        row.AddPosition(tile, Agents[agent]);
        row.AddVelocity(tile, Agents[agent]);
        row.AddOffset(tile, Agents[agent], Ball);
        row.AddOffset(tile, Ball, GoalBody);
        row.AddOffset(tile, Agents[agent], Gap);
    }

    private static V SlotX(V slot) => (slot * V.All(Length)) + V.All((Length / 2d) - 1.0333);

    private static V ToGo(Tile<V> tile)
    {
        var below = tile.Y(Ball) < V.All(0d);
        return V.Select(below, tile.Distance(Ball, Gap) + tile.Distance(Gap, GoalBody), tile.Distance(Ball, GoalBody));
    }
}
