using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Parity.Vmas;

/// <summary>Compares the bodies and laws that our rules give with those that a file stores.</summary>
internal static class VmasWorlds
{
    // VMAS's own, of joints that its worlds here do not have.
    private static readonly double[] JointForces = [130d, 1d];

    public static void Compare<V>(JsonElement world, VmasScenario<V> stored, VmasScenario<V> ours, Comparison comparison)
        where V : unmanaged, ILanes<V>
    {
        comparison.At(0, "entities");
        comparison.Expect(Quantity.State, stored.Bodies.Count, ours.Bodies.Count);
        foreach (var (a, b) in stored.Bodies.Zip(ours.Bodies))
        {
            comparison.At(0, $"entity \"{a.Name}\"");
            comparison.Expect(Quantity.State, Numbers(a), Numbers(b));
        }

        comparison.At(0, "world");
        comparison.Expect(Quantity.State, Numbers(stored.Physics), Numbers(ours.Physics));
        if (world.Find("joint_force")?.Number("joint_force") is { } force && world.Find("torque_constraint_force")?.Number("torque_constraint_force") is { } torque)
        {
            comparison.Expect(Quantity.State, [force, torque], JointForces);
        }

        comparison.At(0, "u_multiplier");
        comparison.Expect(Quantity.State, Numbers(stored.Multipliers), Numbers(ours.Multipliers));
        comparison.At(0, "u_range");
        comparison.Expect(Quantity.State, [.. stored.Actions.Select(action => (double)action.High)], [.. ours.Actions.Select(action => (double)action.High)]);
    }

    private static double[] Numbers<V>(IEnumerable<V> numbers)
        where V : unmanaged, ILanes<V> => [.. numbers.Select(number => V.Get(number, 0))];

    private static double[] Numbers(BodySpec body) =>
    [
        .. body.Shape switch
        {
            BodyShape.Disc disc => (double[])[0d, disc.Radius],
            BodyShape.Box box => [1d, box.Length, box.Width, box.Hollow ? 1d : 0d],
            BodyShape.Line line => [2d, line.Length],
            _ => throw new GoldenException($"\"shape\": {body.Shape} is not known"),
        },
        body.Movable ? 1d : 0d,
        body.Rotatable ? 1d : 0d,
        body.Collides ? 1d : 0d,
        body.Mass,
        body.MomentOfInertia,
        body.Drag ?? -1d,
        body.MaxSpeed,
        body.MaxComponent,
        body.MaxForce,
        body.MaxForceComponent,
        body.LinearFriction,
        body.AngularFriction,
        body.GravityX,
        body.GravityY,
    ];

    private static double[] Numbers(PhysicsSpec physics) =>
    [
        physics.Dt,
        physics.Substeps,
        physics.Drag,
        physics.SemiX,
        physics.SemiY,
        physics.ContactForce,
        physics.ContactMargin,
        physics.GravityX,
        physics.GravityY,
    ];
}
