using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>Counts what robots touch: other robots, solid fixtures that are discs or boxes, and the arena's walls. What is pushed on purpose, a box that moves, does not count.</summary>
internal sealed class Touch<V>
    where V : unmanaged, ILanes<V>
{
    private readonly List<(int Body, double Radius)> _discs = [];
    private readonly List<(int Body, BodyShape.Box Box)> _boxes = [];
    private readonly IReadOnlyList<BodySpec> _bodies;
    private readonly double _thickness;
    private readonly V _semiX;
    private readonly V _semiY;

    public Touch(IReadOnlyList<BodySpec> bodies, PhysicsSpec physics)
    {
        (_bodies, _thickness) = (bodies, physics.LineThickness);
        (_semiX, _semiY) = (V.All(physics.SemiX), V.All(physics.SemiY));
        for (var body = 0; body < bodies.Count; body++)
        {
            if (bodies[body] is { Collides: true, Shape: BodyShape.Disc disc })
            {
                _discs.Add((body, disc.Radius));
            }
            else if (bodies[body] is { Collides: true, Movable: false, Shape: BodyShape.Box box })
            {
                _boxes.Add((body, box));
            }
        }
    }

    /// <summary>What <paramref name="robot"/>, a body, touches.</summary>
    public V Count(Tile<V> tile, int robot)
    {
        var radius = _bodies[robot].Shape.Reach;
        var one = V.All(1d);
        var count = V.Select((V.Abs(tile.X(robot)) >= _semiX) | (V.Abs(tile.Y(robot)) >= _semiY), one, V.All(0d));
        foreach (var (body, other) in _discs)
        {
            if (body != robot)
            {
                count += V.Select(tile.SquaredDistance(robot, body) < V.All((radius + other) * (radius + other)), one, V.All(0d));
            }
        }

        foreach (var (body, box) in _boxes)
        {
            var touch = radius + _thickness;
            count += V.Select(tile.SquaredGap(robot, body, box) < V.All(touch * touch), one, V.All(0d));
        }

        return count;
    }
}
