using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>The pairs of bodies that can touch, and the forces when they do. A pair is judged in each world by itself.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class Contacts<V>
    where V : unmanaged, ILanes<V>
{
    private readonly BodySpec[] _bodies;
    private readonly PhysicsSpec _physics;
    private readonly ContactPair<V>[] _pairs;
    private readonly V _stiffness;
    private readonly V _margin;

    public Contacts(IReadOnlyList<BodySpec> bodies, PhysicsSpec physics)
    {
        _bodies = [.. bodies];
        _physics = physics;
        _pairs = [.. ContactPair<V>.Of(_bodies, physics)];
        _stiffness = V.All(physics.ContactForce);
        _margin = V.All(physics.ContactMargin);
    }

    /// <summary>Adds the contacts' forces and torques.</summary>
    public void Push(Tile<V> tile, Forces<V> forces)
    {
        foreach (ref readonly var pair in _pairs.AsSpan())
        {
            var (dx, dy) = (tile.X(pair.A) - tile.X(pair.B), tile.Y(pair.A) - tile.Y(pair.B));
            var squared = (dx * dx) + (dy * dy);
            var near = squared <= pair.SquaredReach;
            if (!V.Any(near))
            {
                continue;
            }

            if (pair.Discs)
            {
                Apply(pair, tile, forces, Force(new(dx, dy), squared, pair.Touch, near), default, default);
            }
            else if (!Apart(pair, tile, new(dx, dy), near))
            {
                PushOutlines(pair, tile, forces, near);
            }
        }
    }

    /// <summary>Whether in every world some axis of the box lies between a box and what is near it, so that no force can act.</summary>
    private bool Apart(in ContactPair<V> pair, Tile<V> tile, Vec<V> d, V near)
    {
        if (!_physics.CutOff || _bodies[pair.B].Shape is not BodyShape.Box box)
        {
            return false;
        }

        var along = new Vec<V>(tile.Cos(pair.B), tile.Sin(pair.B));
        var across = new Vec<V>(-tile.Sin(pair.B), tile.Cos(pair.B));
        var gapU = V.Abs(Vec<V>.Dot(d, along)) - V.All(box.Length / 2d) - Extent(pair.A, tile, along);
        var gapV = V.Abs(Vec<V>.Dot(d, across)) - V.All(box.Width / 2d) - Extent(pair.A, tile, across);
        return !V.Any(near & (V.Max(gapU, gapV) <= V.All(_physics.LineThickness)));
    }

    /// <summary>Half of a body's extent along an axis, or more.</summary>
    private V Extent(int body, Tile<V> tile, Vec<V> axis) => _bodies[body].Shape is BodyShape.Line line
        ? V.Abs(Vec<V>.Dot(new(tile.Cos(body), tile.Sin(body)), axis)) * V.All(line.Length / 2d)
        : V.All(_bodies[body].Shape.Reach);

    private void PushOutlines(in ContactPair<V> pair, Tile<V> tile, Forces<V> forces, V near)
    {
        var (a, b, touch) = Points(pair, tile);
        var d = a - b;
        Apply(pair, tile, forces, Force(d, Vec<V>.Dot(d, d), touch, near), a, b);
    }

    /// <summary>From where the two push each other, and how far apart these points are when they just touch.</summary>
    private (Vec<V> A, Vec<V> B, V Touch) Points(in ContactPair<V> pair, Tile<V> tile)
    {
        var gap = Between(pair, tile);
        var (a, b, touch) = (gap.A, gap.B, pair.Touch);
        if (_bodies[pair.A].Shape is BodyShape.Box { Hollow: false })
        {
            (a, var depth) = Nearest.Inner(gap.B, gap.A, new(tile.X(pair.A), tile.Y(pair.A)));
            touch += depth;
        }

        if (_bodies[pair.B].Shape is BodyShape.Box { Hollow: false })
        {
            (b, var depth) = Nearest.Inner(gap.A, gap.B, new(tile.X(pair.B), tile.Y(pair.B)));
            touch += depth;
        }

        return (a, b, touch);
    }

    private Gap<V> Between(in ContactPair<V> pair, Tile<V> tile) => (_bodies[pair.A].Shape, _bodies[pair.B].Shape) switch
    {
        (BodyShape.Disc, BodyShape.Line line) => Gap<V>.Between(Centre(tile, pair.A), Nearest.Edge(tile, pair.B, line).Nearest(Centre(tile, pair.A))),
        (BodyShape.Disc, BodyShape.Box box) => Nearest.PointBox(tile, Centre(tile, pair.A), pair.B, box),
        (BodyShape.Line one, BodyShape.Line other) => Nearest.EdgeEdge(Nearest.Edge(tile, pair.A, one), Nearest.Edge(tile, pair.B, other)),
        (BodyShape.Line line, BodyShape.Box box) => Nearest.EdgeBox(tile, Nearest.Edge(tile, pair.A, line), pair.B, box),
        (BodyShape.Box one, BodyShape.Box other) => Nearest.BoxBox(tile, pair.A, one, pair.B, other),
        _ => throw new InvalidOperationException("a pair is kept with its simpler shape first"),
    };

    /// <summary>What pushes the first body; the other is pushed as much the other way.</summary>
    private Vec<V> Force(Vec<V> d, V squared, V touch, V near)
    {
        var distance = V.Sqrt(squared);
        var depth = (touch - distance) / _margin;
        var zero = V.All(0d);
        var acts = near & (distance >= V.All(1e-6));
        if (_physics.CutOff)
        {
            acts &= distance <= touch;
        }

        // ln(1 + e^depth). Further than that from the touch, 1 + e^-|depth| is 1 to the last digit: nothing is left out.
        var (softplus, size) = (V.Max(depth, zero), V.Abs(depth));
        if (V.Any(acts & (size < V.All(V.IsSingle ? 18d : 38d))))
        {
            softplus += V.Log(V.All(1d) + V.Exp(-size));
        }

        var (unit, depthOfForce) = (_stiffness / distance, softplus * _margin);
        return new(V.Select(acts, d.X * unit * depthOfForce, zero), V.Select(acts, d.Y * unit * depthOfForce, zero));
    }

    private static void Apply(in ContactPair<V> pair, Tile<V> tile, Forces<V> forces, Vec<V> force, Vec<V> pointA, Vec<V> pointB)
    {
        if (pair.MovesA)
        {
            forces.X(pair.A) += force.X;
            forces.Y(pair.A) += force.Y;
        }

        if (pair.MovesB)
        {
            forces.X(pair.B) -= force.X;
            forces.Y(pair.B) -= force.Y;
        }

        if (pair.TurnsA)
        {
            forces.Torque(pair.A) += Vec<V>.Cross(pointA - Centre(tile, pair.A), force);
        }

        if (pair.TurnsB)
        {
            forces.Torque(pair.B) -= Vec<V>.Cross(pointB - Centre(tile, pair.B), force);
        }
    }

    private static Vec<V> Centre(Tile<V> tile, int body) => new(tile.X(body), tile.Y(body));
}
