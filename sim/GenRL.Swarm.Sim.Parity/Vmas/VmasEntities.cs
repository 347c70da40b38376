using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Parity.Vmas;

/// <summary>Reads a file's bodies and laws.</summary>
internal static class VmasEntities
{
    /// <summary>The laws of "world".</summary>
    public static PhysicsSpec Physics(JsonElement world)
    {
        if (world.Get("joints").List("joints").Count > 0)
        {
            throw new GoldenException("\"joints\": worlds with joints cannot be run");
        }

        var gravity = world.Get("gravity").Flat("gravity");
        return new PhysicsSpec
        {
            Dt = world.Get("dt").Number("dt"),
            Substeps = world.Get("substeps").Whole("substeps"),
            Drag = world.Get("drag").Number("drag"),
            SemiX = OrInfinite(world, "x_semidim"),
            SemiY = OrInfinite(world, "y_semidim"),
            ContactForce = world.Get("collision_force").Number("collision_force"),
            ContactMargin = world.Get("contact_margin").Number("contact_margin"),
            GravityX = gravity[0],
            GravityY = gravity[1],
        };
    }

    /// <summary>One entry of "entities".</summary>
    /// <param name="entity">The entry.</param>
    /// <param name="world">The world, for what the entry leaves open.</param>
    /// <param name="group">Of bodies that do not touch each other; 0 for none.</param>
    public static BodySpec Body(JsonElement entity, JsonElement world, int group)
    {
        var gravity = entity.Find("gravity")?.Flat("gravity") ?? [0d, 0d];
        return new BodySpec(entity.Get("name").GetString() ?? "", Shape(entity.Get("shape")))
        {
            Movable = entity.Get("movable").Truth("movable"),
            Rotatable = entity.Get("rotatable").Truth("rotatable"),
            Collides = entity.Get("collide").Truth("collide"),
            Mass = entity.Get("mass").Number("mass"),
            Inertia = entity.Get("moment_of_inertia").Number("moment_of_inertia"),
            Drag = entity.Find("drag")?.Number("drag"),
            MaxSpeed = OrInfinite(entity, "max_speed"),
            MaxComponent = OrInfinite(entity, "v_range"),
            MaxForce = OrInfinite(entity, "max_f"),
            MaxForceComponent = OrInfinite(entity, "f_range"),
            LinearFriction = (entity.Find("linear_friction") ?? world.Get("linear_friction")).Number("linear_friction"),
            AngularFriction = (entity.Find("angular_friction") ?? world.Get("angular_friction")).Number("angular_friction"),
            GravityX = gravity[0],
            GravityY = gravity[1],
            Group = group,
        };
    }

    /// <summary>One that acts.</summary>
    /// <exception cref="GoldenException">It acts in a way that is not known.</exception>
    public static VmasAgent Agent(JsonElement entity, BodySpec body)
    {
        if (entity.Find("dynamics") is { } dynamics && dynamics.Text("dynamics") != "Holonomic")
        {
            throw new GoldenException($"entity \"{body.Name}\", \"dynamics\": \"{dynamics.GetString()}\" is not known");
        }

        return entity.Find("scripted")?.Truth("scripted") == true ? throw new GoldenException($"entity \"{body.Name}\" is \"scripted\", and in \"agent_order\"")
            : new(body, BothAxes(entity, "u_multiplier"), BothAxes(entity, "u_range"));
    }

    /// <summary>Throws where an agent neither is in "agent_order" nor follows a script.</summary>
    /// <exception cref="GoldenException">So it is.</exception>
    public static void CheckIdle(JsonElement entity, BodySpec body)
    {
        if (entity.Find("scripted")?.Truth("scripted") == false)
        {
            throw new GoldenException($"entity \"{body.Name}\" is neither \"scripted\" nor in \"agent_order\"");
        }
    }

    private static double BothAxes(JsonElement entity, string name)
    {
        var numbers = entity.Get(name).Flat(name);
        return numbers.Length > 0 && Array.TrueForAll(numbers, number => number.Equals(numbers[0])) ? numbers[0]
            : throw new GoldenException($"\"{name}\": {entity.Get(name).GetRawText()} is not the same along x and y");
    }

    private static BodyShape Shape(JsonElement shape) => shape.Get("type").GetString() switch
    {
        "sphere" => new BodyShape.Disc(shape.Get("radius").Number("radius")),
        "line" => new BodyShape.Line(shape.Get("length").Number("length")),
        "box" => new BodyShape.Box(
            shape.Get("length").Number("length"), shape.Get("width").Number("width"), shape.Find("hollow")?.Truth("hollow") ?? false),
        var other => throw new GoldenException($"\"shape\": \"{other}\" is not known"),
    };

    private static double OrInfinite(JsonElement element, string name) => element.Find(name)?.Number(name) ?? double.PositiveInfinity;
}
