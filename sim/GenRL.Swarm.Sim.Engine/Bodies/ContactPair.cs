using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Two bodies that can touch, the one of the simpler shape first, and what is known of them before they move.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal readonly record struct ContactPair<V>
    where V : unmanaged, ILanes<V>
{
    /// <summary>So many times the margin apart, a fading force is below 1e-17 of a contact's stiffness: nil.</summary>
    private const double Fade = 40d;

    /// <summary>The first body.</summary>
    public required int A { get; init; }

    /// <summary>The second body.</summary>
    public required int B { get; init; }

    /// <summary>Whether both are discs.</summary>
    public required bool Discs { get; init; }

    /// <summary>Whether forces move the first.</summary>
    public required bool MovesA { get; init; }

    /// <summary>Whether forces move the second.</summary>
    public required bool MovesB { get; init; }

    /// <summary>Whether torques of contacts turn the first; those on a disc are nil.</summary>
    public required bool TurnsA { get; init; }

    /// <summary>Whether torques of contacts turn the second.</summary>
    public required bool TurnsB { get; init; }

    /// <summary>How far apart their nearest points are when they just touch, m.</summary>
    public required V Touch { get; init; }

    /// <summary>Square of the distance of their centres beyond which no force acts, m^2.</summary>
    public required V SquaredReach { get; init; }

    /// <summary>All pairs among some bodies that can touch.</summary>
    public static IEnumerable<ContactPair<V>> Of(IReadOnlyList<BodySpec> bodies, PhysicsSpec physics)
    {
        for (var i = 0; i < bodies.Count; i++)
        {
            for (var j = i + 1; j < bodies.Count; j++)
            {
                if (CanTouch(bodies[i], bodies[j]))
                {
                    yield return Rank(bodies[i].Shape) <= Rank(bodies[j].Shape) ? Of(bodies, physics, i, j) : Of(bodies, physics, j, i);
                }
            }
        }
    }

    private static bool CanTouch(BodySpec a, BodySpec b) =>
        a.Collides && b.Collides
        && (a.Movable || a.Rotatable || b.Movable || b.Rotatable)
        && (a.Group == 0 || a.Group != b.Group);

    private static int Rank(BodyShape shape) => shape is BodyShape.Disc ? 0 : shape is BodyShape.Line ? 1 : 2;

    private static ContactPair<V> Of(IReadOnlyList<BodySpec> bodies, PhysicsSpec physics, int a, int b)
    {
        var (one, other) = (bodies[a], bodies[b]);
        var touch = one.Shape is BodyShape.Disc first
            ? first.Radius + (other.Shape is BodyShape.Disc second ? second.Radius : physics.LineThickness)
            : physics.LineThickness;
        var reach = one.Shape.Reach + other.Shape.Reach + (physics.CutOff ? 0d : (Fade * physics.ContactMargin) + physics.LineThickness);
        return new()
        {
            A = a,
            B = b,
            Discs = one.Shape is BodyShape.Disc && other.Shape is BodyShape.Disc,
            MovesA = one.Movable,
            MovesB = other.Movable,
            TurnsA = one.Rotatable && one.Shape is not BodyShape.Disc,
            TurnsB = other.Rotatable && other.Shape is not BodyShape.Disc,
            Touch = V.All(touch),
            SquaredReach = V.All(reach * reach),
        };
    }
}
