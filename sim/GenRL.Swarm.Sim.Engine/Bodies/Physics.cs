using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>
/// One step of a tile's bodies: actions' forces -> per substep: gravity, friction, contacts (all from the positions at its start) -> motion.
/// Immutable; allocates nothing per step.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class Physics<V>
    where V : unmanaged, ILanes<V>
{
    private readonly BodySpec[] _bodies;
    private readonly Mover<V>[] _movers;
    private readonly Contacts<V> _contacts;
    private readonly int _substeps;

    /// <summary>Of these bodies under these laws.</summary>
    /// <exception cref="ArgumentException">A number of them is none, or has no meaning; names it.</exception>
    public Physics(IReadOnlyList<BodySpec> bodies, PhysicsSpec spec)
    {
        BodyChecks.Check(spec);
        foreach (var body in bodies)
        {
            BodyChecks.Check(body);
        }

        _bodies = [.. bodies];
        _movers = [.. bodies.Select((body, i) => (body, i)).Where(at => at.body.Movable || at.body.Rotatable).Select(at => new Mover<V>(at.body, at.i, spec))];
        _contacts = new Contacts<V>(bodies, spec);
        _substeps = spec.Substeps;
    }

    /// <summary>Numbers that <see cref="Step"/> needs as scratch, and that the forces have.</summary>
    public int ForceCount => _bodies.Length * 3;

    /// <summary>Moves the bodies by one step.</summary>
    /// <param name="tile">Written.</param>
    /// <param name="applied">What the actions put on the bodies; written over.</param>
    [SkipLocalsInit]
    public void Step(Tile<V> tile, Forces<V> applied)
    {
        LimitForces(applied);
        if (_substeps == 1)
        {
            Part(tile, applied, true);
            return;
        }

        Span<V> values = stackalloc V[ForceCount];
        var forces = new Forces<V>(values);
        for (var part = 0; part < _substeps; part++)
        {
            applied.CopyTo(forces);
            Part(tile, forces, part == 0);
        }
    }

    private void Part(Tile<V> tile, Forces<V> forces, bool first)
    {
        foreach (var mover in _movers)
        {
            mover.Weigh(tile, forces);
        }

        _contacts.Push(tile, forces);
        foreach (var mover in _movers)
        {
            mover.Move(tile, forces, first);
        }
    }

    private void LimitForces(Forces<V> forces)
    {
        for (var i = 0; i < _bodies.Length; i++)
        {
            var body = _bodies[i];
            if (double.IsFinite(body.MaxForce))
            {
                var size = V.Sqrt((forces.X(i) * forces.X(i)) + (forces.Y(i) * forces.Y(i)));
                var scale = V.Select(size > V.All(body.MaxForce), V.All(body.MaxForce) / size, V.All(1d));
                forces.X(i) *= scale;
                forces.Y(i) *= scale;
            }

            if (double.IsFinite(body.MaxForceComponent))
            {
                var most = V.All(body.MaxForceComponent);
                forces.X(i) = V.Min(V.Max(forces.X(i), -most), most);
                forces.Y(i) = V.Min(V.Max(forces.Y(i), -most), most);
            }
        }
    }
}
