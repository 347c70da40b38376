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
    private readonly double _semiX;
    private readonly double _semiY;

    /// <summary>Among <paramref name="bodies"/>, in an arena of half the extent (<paramref name="semiX"/>, <paramref name="semiY"/>), m.</summary>
    public Touch(IReadOnlyList<BodySpec> bodies, double semiX, double semiY, double thickness)
    {
        (_bodies, _semiX, _semiY, _thickness) = (bodies, semiX, semiY, thickness);
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
        var wall = (V.Abs(tile.X(robot)) >= V.All(_semiX - radius)) | (V.Abs(tile.Y(robot)) >= V.All(_semiY - radius));
        var count = V.Select(wall, one, V.All(0d));
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
