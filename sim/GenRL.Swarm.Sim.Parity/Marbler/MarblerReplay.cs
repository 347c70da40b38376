using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Parity.Waypoints;
using GenRL.Swarm.Sim.Scenarios.Marbler;

namespace GenRL.Swarm.Sim.Parity.Marbler;

/// <summary>A world of MARBLER that goes through a file's states.</summary>
internal sealed class MarblerReplay(MarblerScenario scenario, Comparison comparison) : WaypointReplay(scenario, comparison)
{
    private const int Coordinates = 3;

    private readonly MarblerWorld _world = new(scenario);

    /// <inheritdoc/>
    public override JsonElement StateOf(JsonElement step) => step;

    /// <inheritdoc/>
    public override void Load(JsonElement state)
    {
        foreach (var member in GoldenValues.Members(state, "state"))
        {
            if (member.Name == "poses")
            {
                LoadPoses(GoldenValues.Flatten(member.Value, member.Name));
            }
            else if (IsState(member.Name))
            {
                FieldTable.Load(scenario.Fields, member.Name, member.Value, "Green", "Red");
            }
        }
    }

    /// <summary>Compares the messages, of which the first step shows nothing, with silence.</summary>
    public override void CompareStart(JsonElement file)
    {
        if (GoldenValues.Member(file, "init").TryGetProperty("messages", out var messages))
        {
            var stored = GoldenValues.Flatten(messages, "messages");
            Comparison.Expect(Quantity.State, stored, new double[stored.Length]);
        }
    }

    /// <inheritdoc/>
    public override void Step(int number, JsonElement step)
    {
        _world.Steps = number - 1;
        var end = _world.Advance(GoldenValues.Whole(step, "action", scenario.Robots));
        foreach (var member in GoldenValues.Members(step, "steps"))
        {
            Comparison.At(number, member.Name);
            Compare(member.Name, member.Value, end);
        }
    }

    private static bool IsState(string name) => name is not ("poses" or "action" or "obs" or "reward" or "done" or "message" or "dist_travelled");

    private void Compare(string name, JsonElement value, EpisodeEnd end)
    {
        switch (name)
        {
            case "action":
                break;
            case "poses":
                Comparison.Expect(Quantity.Position, GoldenValues.Flatten(value, name), PoseColumns());
                break;
            case "obs":
                Comparison.Expect(Quantity.Observation, GoldenValues.Flatten(value, name), _world.Observations);
                break;
            case "reward":
                Comparison.Expect(Quantity.Reward, GoldenValues.Flatten(value, name), _world.Rewards);
                break;
            case "done":
                var done = new double[scenario.Robots];
                Array.Fill(done, end == EpisodeEnd.None ? 0d : 1d);
                Comparison.Expect(Quantity.Done, GoldenValues.Flatten(value, name), done);
                break;
            case "message":
                Comparison.Expect(
                    Quantity.State,
                    GoldenValues.Flatten(value, name, "", "collision", "boundary", "collision_boundary"),
                    [(int)_world.Violations]);
                break;
            case "dist_travelled":
                Comparison.Expect(Quantity.State, GoldenValues.Flatten(value, name), _world.Travelled);
                break;
            default:
                FieldTable.Compare(Comparison, scenario.Fields, name, value, "Green", "Red");
                break;
        }
    }

    private void LoadPoses(double[] columns)
    {
        var robots = scenario.Robots;
        if (columns.Length != Coordinates * robots)
        {
            throw new GoldenException($"poses: {columns.Length} values instead of {Coordinates * robots}");
        }

        for (var i = 0; i < robots; i++)
        {
            scenario.Poses.Place(i, columns[i], columns[robots + i], columns[(2 * robots) + i]);
        }
    }

    private double[] PoseColumns()
    {
        var (poses, robots) = (scenario.Poses, scenario.Robots);
        return [.. poses.X.AsSpan(0, robots), .. poses.Y.AsSpan(0, robots), .. poses.Heading.AsSpan(0, robots)];
    }
}
