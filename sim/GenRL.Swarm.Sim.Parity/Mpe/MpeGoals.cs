using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Mpe;

namespace GenRL.Swarm.Sim.Parity.Mpe;

/// <summary>What a file decides for a world: its goals, which are part of the initial state, and its actions.</summary>
internal static class MpeGoals
{
    /// <summary>Takes over the goals that were drawn, and compares what follows from them.</summary>
    public static void Compare<V>(JsonElement goals, MpeScenario<V> scenario, MpeWorld<V> world, Comparison comparison)
        where V : unmanaged, ILanes<V>
    {
        var landmarks = scenario.Landmarks.Select(landmark => landmark.Name).ToList();
        var drawn = new int?[scenario.Goals];
        var left = Fields(goals);
        foreach (var rule in Rules(scenario))
        {
            var what = $"goals.{rule.Agent}.{rule.Field}";
            var value = left.Remove($"{rule.Agent}.{rule.Field}", out var found) ? found : throw new GoldenException($"{what}: is missing");
            if (rule.Partner is { } partner)
            {
                Same(what, value.ToString(), partner);
                continue;
            }

            var isKey = value.ValueKind == JsonValueKind.Array;
            var landmark = isKey ? Brightest(value.Flat(what)) : landmarks.IndexOf(value.ToString());
            if (landmark < 0 || landmark >= landmarks.Count)
            {
                throw new GoldenException($"{what}: {value} is no landmark");
            }

            Same(what, landmarks[landmark], landmarks[drawn[rule.Goal] ??= landmark]);
            world.Aim(rule.Goal, landmark);
            if (isKey)
            {
                comparison.Expect(Quantity.State, value.Flat(what), world.Colour(scenario.Agents.Count + landmark));
            }
        }

        if (left.Count > 0)
        {
            throw new GoldenException($"goals: no rule for {string.Join(", ", left.Keys)}");
        }
    }

    /// <summary>The actions of a step, agent by agent.</summary>
    public static double[] Actions<V>(JsonElement step, MpeScenario<V> scenario)
        where V : unmanaged, ILanes<V>
    {
        var stored = step.Get("action").List("action", scenario.Agents.Count);
        var actions = new List<double>();
        for (var agent = 0; agent < stored.Count; agent++)
        {
            var space = scenario.Actions[agent];
            var value = stored[agent];
            if (space.Choices.Length == 0)
            {
                var numbers = value.Flat("action");
                actions.AddRange(numbers.Length == space.Size ? numbers : throw new GoldenException($"action: not {space.Size} numbers of {scenario.Agents[agent].Name}"));
            }
            else if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var choice) && choice >= 0 && choice < space.Choices[0])
            {
                actions.Add(choice);
            }
            else
            {
                throw new GoldenException($"action: {value} of {scenario.Agents[agent].Name} is none of {space.Choices[0]} choices");
            }
        }

        return [.. actions];
    }

    /// <summary>Which of the scenario's goals, or which partner, each agent's fields name.</summary>
    private static IEnumerable<(string Agent, string Field, int Goal, string? Partner)> Rules<V>(MpeScenario<V> scenario)
        where V : unmanaged, ILanes<V>
    {
        var agents = scenario.Agents.Select(agent => agent.Name);
        return scenario switch
        {
            Adversary<V> or Push<V> => agents.Select(agent => (agent, "goal_a", 0, (string?)null)),
            Crypto<V> => agents.Select(agent => (agent, "goal_a", 0, (string?)null)).Append(("alice_0", "key", 1, null)),
            Reference<V> =>
            [
                ("agent_0", "goal_a", 0, "agent_1"), ("agent_0", "goal_b", 0, null),
                ("agent_1", "goal_a", 0, "agent_0"), ("agent_1", "goal_b", 1, null),
            ],
            SpeakerListener<V> => [("speaker_0", "goal_a", 0, "listener_0"), ("speaker_0", "goal_b", 0, null)],
            _ => [],
        };
    }

    private static Dictionary<string, JsonElement> Fields(JsonElement goals) =>
        goals.ValueKind == JsonValueKind.Object && goals.EnumerateObject().All(agent => agent.Value.ValueKind == JsonValueKind.Object)
            ? goals.EnumerateObject()
                .SelectMany(agent => agent.Value.EnumerateObject().Select(field => ($"{agent.Name}.{field.Name}", field.Value)))
                .ToDictionary(field => field.Item1, field => field.Value)
            : throw new GoldenException("goals: is not an object of objects");

    private static int Brightest(double[] colour) => Array.IndexOf(colour, colour.DefaultIfEmpty().Max());

    private static void Same(string what, string stored, string actual)
    {
        if (stored != actual)
        {
            throw new GoldenException($"{what}: {stored} instead of {actual}");
        }
    }
}
