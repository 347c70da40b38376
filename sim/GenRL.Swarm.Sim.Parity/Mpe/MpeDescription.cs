using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Mpe;

namespace GenRL.Swarm.Sim.Parity.Mpe;

/// <summary>Compares what a file says about its world with what the scenario of the same arguments is made of.</summary>
internal sealed class MpeDescription<V>(MpeScenario<V> scenario, Comparison comparison)
    where V : unmanaged, ILanes<V>
{
    /// <summary>Compares all but the steps.</summary>
    /// <param name="file">The file's root.</param>
    /// <param name="world">In its initial state: colours depend on goals.</param>
    public void Compare(JsonElement file, MpeWorld<V> world)
    {
        comparison.At(0, "world");
        var physics = scenario.Physics;
        Field(file, "dt", physics.Dt);
        Field(file, "damping", physics.Drag);
        Field(file, "contact_force", physics.ContactForce);
        Field(file, "contact_margin", physics.ContactMargin);
        Field(file, "dim_c", scenario.Channels);
        Field(file, "max_cycles", scenario.MaxSteps);
        Value(file.Get("local_ratio"), "local_ratio", scenario.LocalRatio);
        var names = file.Get("agent_order").List("agent_order", scenario.Agents.Count);
        for (var i = 0; i < names.Count; i++)
        {
            Name("agent_order", names[i], scenario.Agents[i].Name);
        }

        Spaces(file.Get("action_space"));
        Entities(file, "agents", scenario.Agents, 0, world);
        Entities(file, "landmarks", scenario.Landmarks, scenario.Agents.Count, world);
    }

    private void Spaces(JsonElement spaces)
    {
        for (var i = 0; i < scenario.Agents.Count; i++)
        {
            var (name, action) = (scenario.Agents[i].Name, scenario.Actions[i]);
            comparison.At(0, $"action_space.{name}");
            Field(spaces, name, action.Choices.Length > 0 ? action.Choices[0] : action.Size);
        }
    }

    private void Entities(JsonElement file, string list, IReadOnlyList<MpeEntity> entities, int firstBody, MpeWorld<V> world)
    {
        var described = file.Get(list).List(list, entities.Count);
        for (var i = 0; i < described.Count; i++)
        {
            foreach (var property in described[i].EnumerateObject())
            {
                var what = $"{list}[{i}].{property.Name}";
                comparison.At(0, what);
                Compare(property, what, entities[i], scenario.Bodies[firstBody + i], world, firstBody + i);
            }
        }
    }

    private void Compare(JsonProperty property, string what, MpeEntity entity, BodySpec body, MpeWorld<V> world, int index)
    {
        var value = property.Value;
        switch (property.Name)
        {
            case "name": Name(what, value, entity.Name); break;
            case "size": Value(value, what, body.Shape.Reach); break;
            case "mass": Value(value, what, body.Mass); break;
            case "movable": Flag(value, what, body.Movable); break;
            case "collide": Flag(value, what, body.Collides); break;
            case "accel": Value(value, what, entity.Acceleration); break;
            case "max_speed": Value(value, what, entity.MaxSpeed); break;
            case "color": comparison.Expect(Quantity.State, value.Flat(what), world.Colour(index)); break;
            case "silent": Flag(value, what, entity.Silent); break;
            case "adversary": Flag(value, what, entity.Adversary); break;
            case "leader": Flag(value, what, entity.Leader); break;
            case "speaker": Flag(value, what, entity.Speaker); break;
            default: throw new GoldenException($"{what}: no rule for it");
        }
    }

    private void Field(JsonElement at, string name, double actual) => Value(at.Get(name), name, actual);

    private void Value(JsonElement value, string name, double? actual)
    {
        if ((value.ValueKind == JsonValueKind.Null) != (actual is null))
        {
            throw new GoldenException($"{name}: {value} instead of {actual?.ToString() ?? "null"}");
        }

        if (actual is { } number)
        {
            comparison.Expect(Quantity.State, value.Number(name), number);
        }
    }

    private void Flag(JsonElement value, string what, bool actual) => comparison.Expect(Quantity.State, value.Truth(what) ? 1d : 0d, actual ? 1d : 0d);

    private static void Name(string what, JsonElement value, string actual)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString() != actual)
        {
            throw new GoldenException($"{what}: {value} instead of {actual}");
        }
    }
}
